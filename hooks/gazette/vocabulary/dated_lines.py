"""Words beside a date on a line of a page: what kind of date it is, and what may share the line with it.

Enters: nothing. Leaves: plain tuples and frozen sets; `LINE_WORDS` are folded, the labels are not.
Must not be known here: how they are used.
"""

ISSUE_LABELS: tuple[str, ...] = (
    "published",
    "published online",
    "first published",
    "posted",
    "issued",
    "released",
    "uploaded",
    "added",
    "online since",
    "date",
    "date of issue",
    "date of publication",
    "date of release",
    "date issued",
    "date posted",
    "date published",
    "date released",
    "issue date",
    "post date",
    "publication date",
    "publish date",
    "published date",
    "release date",
    "release time",
    "created",
    "dated",
    "for immediate release",
    "time",
    "publié",
    "publié le",
    "mis en ligne",
    "date de publication",
    "paru le",
    "publicado",
    "publicado el",
    "publicado em",
    "fecha",
    "fecha de publicación",
    "data",
    "data de publicação",
    "pubblicato",
    "pubblicato il",
    "veröffentlicht",
    "veröffentlicht am",
    "datum",
    "diterbitkan",
    "tanggal",
    "tarikh",
    "ngày đăng",
    "ngày",
    "tarih",
    "yayın tarihi",
    "дата",
    "дата публикации",
    "опубликовано",
    "掲載日",
    "発表日",
    "日時",
    "发布时间",
    "发布日期",
    "發布日期",
    "등록일",
    "작성일",
    "게시일",
    "วันที่",
    "วันที่นำเข้าข้อมูล",
    "วันที่เผยแพร่",
    "تاريخ النشر",
)
"What stands before the date of issue on a page."

OTHER_DATE_LABELS: tuple[str, ...] = (
    "updated",
    "update",
    "last update",
    "modified",
    "reviewed",
    "revised",
    "archived",
    "accessed",
    "retrieved",
    "visited",
    "expires",
    "expired",
    "expiry",
    "closing date",
    "deadline",
    "valid until",
    "copyright",
    "©",
    "delivered",
    "event date",
    "date of event",
    "date of the event",
    "date of meeting",
    "meeting date",
    "held",
    "begins",
    "starts",
    "ends",
    "start date",
    "end date",
    "effective",
    "adopted",
    "entered into force",
    "mis à jour",
    "mise à jour",
    "dernière modification",
    "actualizado",
    "actualización",
    "atualizado",
    "aktualisiert",
    "zuletzt geändert",
    "aggiornato",
    "diperbarui",
    "cập nhật",
    "güncelleme",
    "обновлено",
    "最終更新日",
    "最終更新",
    "更新日",
    "更新时间",
    "수정일",
    "แก้ไขล่าสุด",
    "วันที่ปรับปรุงข้อมูล",
)
"What stands before a date that is not of issue: of a change to the page, of the event, of an end."

LINE_WORDS: frozenset[str] = frozenset(
    """
    on at in by the of and local time hrs hours hour h am pm gmt utc est edt et pst pdt ist jst kst ict wib cet
    cest bst aest aedt nzdt nzst noon midnight hit hits view views viewed visits visitors read reads reading min
    mins minutes ah ad be ce reiwa heisei showa corresponding to era year day tv online web news press release
    releases statement statements speech speeches media published posted released issued updated print share a
    muharram safar rabi al awwal awal thani thanī akhir akhira jumada jumaada ula ukhra rajab shaaban shaban ramadan
    ramadhan shawwal dhul dhu qadah qaadah qi'dah hijjah hijja hijri sha'ban thul corr equivalent sunday monday
    tuesday wednesday thursday friday saturday mon tue tues wed thu thur thurs fri sat sun 金 月 火 水 木 土 日
    """.split()
)
"Words that may share a line with a date and nothing else: times, calendars, counters of visits."

MONTH_FIRST_COUNTRIES: frozenset[str] = frozenset(
    {"United States", "Philippines", "Micronesia", "Palau", "Marshall Islands", "Liberia", "Belize"}
)
"Countries that write 07/12/2025 for the twelfth of July."

YEAR_FIRST_COUNTRIES: frozenset[str] = frozenset(
    {"Japan", "China", "South Korea", "North Korea", "Taiwan", "Hungary", "Mongolia", "Canada", "Iran"}
)
"Countries of which 07/12/2025 says neither: they put the year first, or have both orders."
