"""Texts for property tests: between nothing but noise and something like a press release."""

from __future__ import annotations

from hypothesis import strategies as st

FURNITURE = (
    "**KINGDOM OF RURITANIA**",
    "MINISTRY OF FOREIGN AFFAIRS",
    "PRESS RELEASE",
    "For immediate release",
    "Home",
    r"\* \* \* \* \*",
    "* * *",
    "---",
    "===",
    "###",
    "END",
    "Page 2 of 3",
    "- 2 -",
    "Share this",
    "(Photo: Cabinet Office)",
    "Strelsau, 4 May 2022",
    "4 May 2022",
    "On 4 May 2022",
    "No. 17/2022",
    "Posted in Releases",
    "令和４年５月４日",
    "២០២២",
    "Press contact: Ms. Mary Roe, +00 000 000",
    "[1] See the joint statement.",
    '<div class="x">',
    "</div>",
    "{: .lead }",
    "| Name | Office |",
    "| --- | --- |",
    "| Jane Roe | Minister |",
    "1. Opening",
    "(2) Trade",
    "(a) ports;",
    "- item",
    "• item",
    "> quoted",
    "# Heading",
    "Q: When?",
    "A: In early 2023.",
    "“A Title in Quotation Marks”",
    "&amp; &lt;b&gt; &nbsp;",
    "\u00a0",
)
"""Lines that are not prose."""

PROSE = (
    "On 4 May 2022, His Excellency **ROE Jana**, Minister of Foreign Affairs of Ruritania, met Mr. John DOE.",
    "The two Ministers recalled their telephone conversation on 30 April and looked forward to the 3rd",
    "Consultation in early 2023 on trade, ports and co-",
    "operation.",
    "She thanked Prime Minister Doe for the visit last month. His Excellency the Minister agreed.",
    "The 3<sup>rd</sup> meeting of the Joint Committee will be held on 25-26 November 2023 in Strelsau.",
    "Both sides welcomed the 50thyear of ties *and* _mutual_ **trust**, and 3*4 = 12, snake_case [links](x)",
    "Ambassador of Ruritania to Graustark, H.E. Dr. Max Mustermann, accompanied the delegation.",
)
"""Lines of something like prose, torn ones among them."""

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
"""Any characters but control characters."""

lines = st.one_of(st.sampled_from(FURNITURE), st.sampled_from(PROSE), st.just(""), st.just("   "), words)

releases = st.lists(lines, max_size=25).map("\n".join)
"""Texts with something of a press release about them."""

walls = st.text("*_#`[]()<>|-=~!&\\\n 1.ABCabc", max_size=200)

anything = st.one_of(releases, st.text(max_size=400), walls)
"""Any text at all: control characters, half surrogate pairs, walls of marks."""
