"""The schema of columns: every table of the outputs, written out once.

A column says what it is called in both languages, how wide it is in characters, what its cells are, and how a cell comes from a row.
The outputs take the filled tables and know nothing of records. To add a column, add it here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from minutes_miner.answers import MatrixRow
from minutes_miner.outputs import wording
from minutes_miner.outputs.listing import document_rows, holder_rows, issue_rows, item_rows, member_rows, opened, statement_rows
from minutes_miner.outputs.matrix_rows import MatrixRowShown
from minutes_miner.outputs.report import NO_LABELS, Report, Result
from minutes_miner.outputs.rows import DocumentRow, HolderRow, IssueRow, ItemRow, MemberRow, Row, StatementRow, day
from minutes_miner.outputs.safe_text import one_line
from minutes_miner.outputs.schema import Column, Schema, Table, filled
from minutes_miner.outputs.timeline_table import timeline_tables
from minutes_miner.outputs.wording import Phrase
from minutes_miner.records import Issue

NUMBER = Column[Row]("number", Phrase("No", "No"), 6, "number", lambda row: row.number)
SOURCE = Column[Row]("source", Phrase("Sumber", "Source"), 28, "text", lambda row: row.citation)
ORIGIN = (
    Column[Row]("page", Phrase("Halaman", "Page"), 10, "number", lambda row: row.page, detail=True),
    Column[Row]("document_date", Phrase("Tanggal Dokumen", "Document Date"), 13, "date", lambda row: row.document_date, detail=True),
    Column[Row]("file", Phrase("Berkas", "File"), 28, "text", lambda row: row.view.file, detail=True),
)

TEXT = Column[ItemRow]("text", Phrase("Uraian", "Description"), 54, "text", lambda row: row.text)
FOLLOW_UP_KIND = Column[ItemRow](
    "kind",
    Phrase("Jenis", "Kind"),
    12,
    "choice",
    lambda row: row.kind,
    choices=tuple(wording.ITEM_KINDS[kind] for kind in wording.FOLLOW_UP_KINDS),
)
ANY_KIND = Column[ItemRow]("kind", Phrase("Jenis", "Kind"), 12, "choice", lambda row: row.kind, choices=tuple(wording.ITEM_KINDS.values()))
RESPONSIBLE = Column[ItemRow]("actor", Phrase("Penanggung Jawab", "Responsible"), 24, "text", lambda row: row.actor)
ASKED_OF = Column[ItemRow]("actor", Phrase("Ditujukan Kepada", "Asked Of"), 24, "text", lambda row: row.actor)
SPEAKER = Column[ItemRow]("speaker", Phrase("Pembicara", "Speaker"), 22, "text", lambda row: row.speaker)
RAISED_BY = Column[ItemRow]("speaker", Phrase("Pengusul", "Raised By"), 22, "text", lambda row: row.speaker)
DEADLINE = Column[ItemRow]("deadline", Phrase("Batas Waktu", "Deadline"), 13, "date", lambda row: row.deadline)
DEADLINE_TEXT = Column[ItemRow](
    "deadline_text", Phrase("Batas Waktu (teks)", "Deadline (words)"), 18, "text", lambda row: row.deadline_text
)
STATUS = Column[ItemRow](
    "status", Phrase("Status", "Status"), 11, "choice", lambda row: row.status, choices=tuple(wording.STATUSES.values())
)
AMOUNT = Column[ItemRow]("amount", Phrase("Nilai (Rp)", "Amount (IDR)"), 18, "number", lambda row: row.amount)
TOPIC = Column[ItemRow]("topic", Phrase("Topik", "Topic"), 24, "text", lambda row: row.topic)
CODE = Column[ItemRow]("code", Phrase("Kode", "Code"), 14, "text", lambda row: row.code, detail=True)
REMARKS = Column[ItemRow]("remarks", Phrase("Keterangan", "Remarks"), 22, "text", lambda row: None)  # for the clerk to write in
CONFIDENCE = Column[ItemRow]("confidence", Phrase("Keyakinan", "Confidence"), 12, "percent", lambda row: row.item.confidence, detail=True)
RULE = Column[ItemRow]("rule", Phrase("Aturan", "Rule"), 26, "text", lambda row: row.item.rule, detail=True)

FOLLOW_UP = Schema[ItemRow](
    "follow_up",
    Phrase("Tindak Lanjut", "Follow-up"),
    (
        NUMBER,
        TEXT,
        FOLLOW_UP_KIND,
        RESPONSIBLE,
        DEADLINE,
        STATUS,
        SPEAKER,
        SOURCE,
        DEADLINE_TEXT,
        REMARKS,
        replace(AMOUNT, detail=True),
        *ORIGIN,
        CONFIDENCE,
        RULE,
        CODE,
    ),
)

NEEDS = Schema[ItemRow](
    "needs",
    Phrase("Kebutuhan", "Needs"),
    (NUMBER, TEXT, TOPIC, RAISED_BY, ASKED_OF, AMOUNT, DEADLINE, DEADLINE_TEXT, SOURCE, *ORIGIN, CONFIDENCE, RULE),
)

ITEMS = Schema[ItemRow](
    "items",
    Phrase("Butir Rapat", "Items"),
    (
        NUMBER,
        TEXT,
        ANY_KIND,
        RESPONSIBLE,
        DEADLINE,
        STATUS,
        SPEAKER,
        SOURCE,
        AMOUNT,
        TOPIC,
        DEADLINE_TEXT,
        *ORIGIN,
        CONFIDENCE,
        RULE,
    ),
)

ISSUES = Schema[IssueRow](
    "issues",
    Phrase("Isu Berulang", "Recurring Issues"),
    (
        Column("number", Phrase("No", "No"), 6, "number", lambda row: row.number),
        Column("label", Phrase("Isu", "Issue"), 30, "text", lambda row: one_line(row.issue.label)),
        Column("terms", Phrase("Kata Kunci", "Key Terms"), 28, "text", lambda row: one_line(", ".join(row.issue.terms))),
        Column("members", Phrase("Jumlah Sebutan", "Mentions"), 10, "number", lambda row: len(row.issue.members)),
        Column("meetings", Phrase("Jumlah Rapat", "Meetings"), 9, "number", lambda row: row.issue.meetings),
        Column("regions", Phrase("Wilayah", "Regions"), 24, "text", lambda row: one_line(", ".join(row.issue.regions))),
        Column("first_seen", Phrase("Pertama", "First Seen"), 13, "date", lambda row: day(row.issue.first_seen)),
        Column("last_seen", Phrase("Terakhir", "Last Seen"), 13, "date", lambda row: day(row.issue.last_seen)),
        Column("state", Phrase("Keadaan", "State"), 13, "choice", lambda row: row.state, choices=tuple(wording.ISSUE_STATES.values())),
        Column("timeline", Phrase("Linimasa", "Timeline"), 24, "text", lambda row: row.timeline),
        Column("forums", Phrase("Forum", "Forums"), 24, "text", lambda row: one_line(", ".join(row.issue.forums))),
        Column("people", Phrase("Disampaikan oleh", "Raised By"), 24, "text", lambda row: one_line(", ".join(row.issue.people))),
        Column("answers", Phrase("Jumlah Tanggapan", "Answers"), 11, "number", lambda row: len(row.issue.answers)),
        Column("met", Phrase("Sudah Dipenuhi", "Met"), 10, "number", lambda row: row.issue.met),
        Column("asked", Phrase("Diminta (Rp)", "Asked (IDR)"), 18, "number", lambda row: row.issue.asked),
        Column("given", Phrase("Dijanjikan (Rp)", "Promised (IDR)"), 18, "number", lambda row: row.issue.given),
        Column("examples", Phrase("Contoh Kalimat", "Examples"), 70, "text", lambda row: row.examples),
        Column("issue", Phrase("Kode Isu", "Issue Id"), 20, "text", lambda row: row.issue.issue, detail=True),
    ),
)

ISSUE_NEEDS = Schema[MemberRow](
    "issue_needs",
    Phrase("Kebutuhan per Isu", "Needs by Issue"),
    (
        Column("number", Phrase("No", "No"), 6, "number", lambda row: row.number),
        Column("label", Phrase("Isu", "Issue"), 30, "text", lambda row: one_line(row.label)),
        Column("text", Phrase("Kebutuhan", "Need"), 70, "text", lambda row: one_line(row.member.text)),
        Column("date", Phrase("Tanggal", "Date"), 13, "date", lambda row: day(row.member.date)),
        Column("region", Phrase("Wilayah", "Region"), 22, "text", lambda row: one_line(row.member.region)),
        Column("forum", Phrase("Forum", "Forum"), 28, "text", lambda row: one_line(row.member.forum)),
        Column("speaker", Phrase("Disampaikan oleh", "Raised By"), 24, "text", lambda row: one_line(row.member.speaker)),
        Column("amount", Phrase("Nilai (Rp)", "Amount (IDR)"), 18, "number", lambda row: row.member.amount),
        Column("source", Phrase("Berkas", "File"), 30, "text", lambda row: row.file),
        Column("page", Phrase("Halaman", "Page"), 9, "number", lambda row: row.member.page),
    ),
)

HOLDERS = Schema[HolderRow](
    "holders",
    Phrase("Pejabat", "Office Holders"),
    (
        NUMBER,
        Column("name", Phrase("Nama", "Name"), 34, "text", lambda row: row.view.called(row.holder.person)),
        Column("office", Phrase("Jabatan", "Office"), 44, "text", lambda row: row.view.called(row.holder.office)),
        Column("institution", Phrase("Lembaga", "Institution"), 36, "text", lambda row: row.institution),
        Column("region", Phrase("Wilayah", "Region"), 22, "text", lambda row: row.region),
        Column("acting", Phrase("Pelaksana Tugas", "Acting"), 12, "choice", lambda row: row.acting, choices=(wording.YES, wording.NO)),
        SOURCE,
        *ORIGIN,
        Column[HolderRow]("rule", RULE.heading, RULE.width, "text", lambda row: row.holder.rule, detail=True),
    ),
)

STATEMENTS = Schema[StatementRow](
    "statements",
    Phrase("Pernyataan", "Statements"),
    (
        NUMBER,
        Column("speaker", SPEAKER.heading, 30, "text", lambda row: row.speaker),
        Column("form", Phrase("Bentuk", "Form"), 15, "choice", lambda row: row.form, choices=(wording.DIRECT, wording.INDIRECT)),
        Column("text", Phrase("Isi Pernyataan", "Statement"), 86, "text", lambda row: one_line(row.statement.text)),
        SOURCE,
        *ORIGIN,
        Column[StatementRow]("cue", Phrase("Penanda", "Cue"), 16, "text", lambda row: one_line(row.statement.cue), detail=True),
        Column[StatementRow]("rule", RULE.heading, RULE.width, "text", lambda row: row.statement.rule, detail=True),
    ),
)

DOCUMENTS = Schema[DocumentRow](
    "documents",
    Phrase("Dokumen", "Documents"),
    (
        Column("number", Phrase("No", "No"), 6, "number", lambda row: row.number),
        Column("source", Phrase("Berkas", "File"), 36, "text", lambda row: row.source),
        Column("outcome", Phrase("Status", "Status"), 10, "choice", lambda row: row.outcome, choices=(wording.READ, wording.FAILED)),
        Column("remarks", Phrase("Catatan", "Remarks"), 50, "text", lambda row: row.remarks),
        Column("kind", Phrase("Jenis", "Kind"), 11, "choice", lambda row: row.kind, choices=tuple(wording.DOCUMENT_KINDS.values())),
        Column("title", Phrase("Judul", "Title"), 40, "text", lambda row: row.told("title")),
        Column("date", Phrase("Tanggal", "Date"), 13, "date", lambda row: row.date),
        Column("pages", Phrase("Jumlah Halaman", "Pages"), 10, "number", lambda row: row.pages),
        Column("people", Phrase("Orang", "People"), 9, "number", lambda row: row.count("people")),
        Column("holders", Phrase("Pejabat", "Office Holders"), 9, "number", lambda row: row.count("holders")),
        Column("statements", Phrase("Pernyataan", "Statements"), 13, "number", lambda row: row.count("statements")),
        Column("follow_up", Phrase("Tindak Lanjut", "Follow-up"), 9, "number", lambda row: row.count_items(wording.FOLLOW_UP_KINDS)),
        Column("needs", Phrase("Kebutuhan", "Needs"), 12, "number", lambda row: row.count_items(("need",))),
        Column("place", Phrase("Tempat", "Place"), 18, "text", lambda row: row.told("place"), detail=True),
        Column("event", Phrase("Acara", "Event"), 28, "text", lambda row: row.told("event"), detail=True),
        Column("chair", Phrase("Pimpinan Rapat", "Chair"), 24, "text", lambda row: row.told("chair"), detail=True),
        Column("secretary", Phrase("Notulis", "Secretary"), 24, "text", lambda row: row.told("secretary"), detail=True),
    ),
)


MATRIX = Schema[MatrixRowShown](
    "matrix",
    Phrase("Matriks Berjalan", "Running Matrix"),
    (
        Column("number", Phrase("No", "No"), 6, "number", lambda row: row.number),
        Column("text", TEXT.heading, 46, "text", lambda row: row.text),
        Column("actor", RESPONSIBLE.heading, 20, "text", lambda row: one_line(row.row.responsible)),
        Column("deadline", DEADLINE.heading, 13, "date", lambda row: day(row.row.deadline)),
        Column("overdue", Phrase("Lewat (hari)", "Overdue (days)"), 9, "number", lambda row: row.row.overdue_days),
        Column("state", Phrase("Keadaan", "State"), 13, "choice", lambda row: row.state, choices=tuple(wording.FOLLOW_UP_STATES.values())),
        Column("status", STATUS.heading, 11, "choice", lambda row: row.status, choices=STATUS.choices),
        Column("first_seen", Phrase("Pertama Dibahas", "First Said"), 13, "date", lambda row: day(row.row.first_date)),
        Column("last_seen", Phrase("Terakhir Dibahas", "Last Taken Up"), 13, "date", lambda row: day(row.row.latest_date)),
        Column("times", Phrase("Berapa Rapat", "Meetings"), 9, "number", lambda row: row.row.times),
        Column("age", Phrase("Umur (hari)", "Age (days)"), 9, "number", lambda row: row.row.age_days),
        Column("proof", Phrase("Laporan Terakhir", "Last Report"), 40, "text", lambda row: one_line(row.row.proof)),
        Column("remarks", REMARKS.heading, 18, "text", lambda row: row.remark),
        Column("forum", Phrase("Forum", "Forum"), 24, "text", lambda row: one_line(row.row.forum), detail=True),
        Column("kind", ANY_KIND.heading, 12, "choice", lambda row: row.kind, choices=tuple(wording.MATRIX_KINDS.values()), detail=True),
        Column("first_text", Phrase("Uraian Pertama", "First Words"), 40, "text", lambda row: one_line(row.row.first_text), detail=True),
        Column("file", Phrase("Berkas", "File"), 28, "text", lambda row: one_line(row.row.latest.source), detail=True),
        Column("page", Phrase("Halaman", "Page"), 10, "number", lambda row: row.row.latest.page, detail=True),
        Column("code", CODE.heading, CODE.width, "text", lambda row: row.code, detail=True),
    ),
)


def matrix_table(rows: Sequence[MatrixRow], lang: str = "id") -> Table:
    """The running matrix in the order given."""
    return filled(MATRIX, (MatrixRowShown(number=number, row=row, lang=lang) for number, row in enumerate(rows, start=1)), lang)


def tables(
    results: Sequence[Result], issues: Sequence[Issue] = (), lang: str = "id", topic_labels: Mapping[str, str] = NO_LABELS
) -> list[Table]:
    """The tables of a run, in the order in which a workbook shows them.

    Args:
        results: the documents in input order, failures in their place.
        issues: the recurring issues over these documents; without any there is no table of them.
        lang: the language of headings and values, `id` or `en`.
        topic_labels: the words for topic keys; a key without words is shown as it is.
    """
    report = Report(results=results, issues=issues, lang=lang, topic_labels=topic_labels)
    views = opened(report)
    return [
        filled(FOLLOW_UP, item_rows(views, wording.FOLLOW_UP_KINDS), lang),
        filled(NEEDS, item_rows(views, ("need",)), lang),
        *_of_issues(report),
        filled(HOLDERS, holder_rows(views), lang),
        filled(STATEMENTS, statement_rows(views), lang),
        filled(DOCUMENTS, document_rows(report), lang),
    ]


def items_table(results: Sequence[Result], lang: str = "id", topic_labels: Mapping[str, str] = NO_LABELS) -> Table:
    """All items in one table, needs among the others; the rest as `tables` does it."""
    views = opened(Report(results=results, lang=lang, topic_labels=topic_labels))
    return filled(ITEMS, item_rows(views, tuple(wording.ITEM_KINDS)), lang)


def issues_table(issues: Sequence[Issue], lang: str = "id") -> Table:
    """The recurring issues alone, as `tables` does them."""
    return filled(ISSUES, issue_rows(Report(results=(), issues=issues, lang=lang)), lang)


def issue_tables(issues: Sequence[Issue], lang: str = "id") -> list[Table]:
    """The recurring issues of documents that are not at hand: the issues, when they were raised, and every need of theirs."""
    report = Report(results=(), issues=issues, lang=lang)
    return [*_of_issues(report), filled(ISSUE_NEEDS, member_rows(report), lang)] if issues else [filled(ISSUES, (), lang)]


def _of_issues(report: Report) -> list[Table]:
    """The issues and when they were raised; nothing where there are none."""
    if not report.issues:
        return []
    return [filled(ISSUES, issue_rows(report), report.lang), *timeline_tables(report.issues, report.lang)]
