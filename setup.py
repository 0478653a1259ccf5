"""What a wheel holds beside the engine: adapter, templates, style sheets, laid out as in this repository."""

from setuptools import find_packages, setup

LENT = {
    "gazette_site.hooks": ("hooks", ["*.py"]),
    "gazette_site.docs.overrides": ("docs/overrides", ["*.html"]),
    "gazette_site.docs.assets": ("docs/assets", ["*.css", "*.js", "*.svg"]),
    "gazette_site.docs.assets.search": ("docs/assets/search", ["*.js"]),
    "gazette_site.github.ISSUE_TEMPLATE": (".github/ISSUE_TEMPLATE", ["*.yml"]),
    "gazette_site.github.workflows": (".github/workflows", ["*.yml"]),
    "gazette_site.requirements": ("requirements", ["site.txt"]),
}
"""Name in the wheel: folder here, files."""

setup(
    packages=[*find_packages("hooks", include=["gazette*"]), *LENT],
    package_dir={"": "hooks", **{name: folder for name, (folder, _) in LENT.items()}},
    package_data={"gazette_site": ["skeleton/**/*"], **{name: files for name, (_, files) in LENT.items()}},
    include_package_data=False,
)
