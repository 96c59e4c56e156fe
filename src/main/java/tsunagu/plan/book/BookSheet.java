package tsunagu.plan.book;

import static tsunagu.plan.book.BookColumn.choice;
import static tsunagu.plan.book.BookColumn.of;
import static tsunagu.plan.book.BookColumn.text;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventType;
import tsunagu.guide.GuideQuestion;
import tsunagu.plan.Counting;
import tsunagu.plan.DatedBy;
import tsunagu.plan.Direction;
import tsunagu.plan.book.BookColumn.Kind;
import tsunagu.shared.Municipality;
import tsunagu.shared.Secrets;
import tsunagu.shared.Words;

/**
 * The sheets of the workbook, in the order in which they are taken over: a row names only what stands in a sheet before its own. Each is a
 * table of the city or of its plan: the statement that reads it gives its columns in the order of the sheet as an array of stored forms
 * ({@link BookColumn}), the one that writes a row has them as values of their names. Rows of {@link #CHANGEABLE} sheets may be changed
 * by the workbook; those of all others only added.
 */
enum BookSheet {
    /** 市の名前と問い合わせ先. The one row, which the administrator changes. */
    CITY(
            0,
            List.of(
                    text("name", 40).needed().like(Municipality.PLAIN, "city.error.plain"),
                    text("reading", 60).needed().like(Municipality.KANA, "city.error.reading"),
                    text("english", 60).needed().like(Municipality.LATIN, "city.error.english"),
                    text("municipality", 6).needed().like("[0-9]{6}", "city.error.code"),
                    text("prefecture", 10).needed().like(Municipality.PLAIN, "city.error.plain"),
                    text("prefectureReading", 30).needed().like(Municipality.KANA, "city.error.reading"),
                    text("prefectureEnglish", 30).needed().like(Municipality.LATIN, "city.error.english"),
                    text("office", 100),
                    text("phone", 60),
                    text("hours", 100),
                    of("mail", Kind.MAIL)),
            """
            select jsonb_build_array(name, reading, english, code, prefecture, prefecture_reading, prefecture_english, office, phone,
                hours, mail)
            from city_office""",
            """
            update city_office set name = :name, reading = :reading, english = :english, code = :municipality, prefecture = :prefecture,
                prefecture_reading = :prefectureReading, prefecture_english = :prefectureEnglish, office = :office, phone = :phone,
                hours = :hours, mail = :mail, version = version + 1"""),
    /** 地域, in the order of lists; a new one comes last. */
    AREA(
            1,
            List.of(
                    of("area", Kind.CAPITALS).needed(),
                    text("name", 40).needed(),
                    text("reading", 60).needed().like(Municipality.KANA, "city.error.reading"),
                    text("english", 60).needed(),
                    text("municipality", 6).like("[0-9]{6}", "city.error.code"),
                    of("inside", Kind.MARK),
                    of("gridX", Kind.WHOLE),
                    of("gridY", Kind.WHOLE)),
            "select jsonb_build_array(code, name, reading, english, municipality, inside, grid_x, grid_y) from area order by position, code",
            """
            insert into area (code, name, reading, english, municipality, inside, grid_x, grid_y, position)
            values (:area, :name, :reading, :english, :municipality, :inside, cast(:gridX as int), cast(:gridY as int),
                (select coalesce(max(position), 0) + 1 from area))
            on conflict (code) do update set name = excluded.name, reading = excluded.reading, english = excluded.english,
                municipality = excluded.municipality, inside = excluded.inside, grid_x = excluded.grid_x, grid_y = excluded.grid_y"""),
    /** 計画期間: a plan may be prolonged or called otherwise. */
    PLAN(
            1,
            List.of(
                    of("first", Kind.YEAR).needed(),
                    of("last", Kind.YEAR).needed(),
                    text("name", 100).needed()),
            "select jsonb_build_array('R' || first_year - 2018, 'R' || last_year - 2018, name) from plan order by first_year",
            ""),
    /** 基本方針 */
    POLICY(
            1,
            List.of(
                    of("no", Kind.WHOLE).needed(),
                    of("printedNo", Kind.WHOLE),
                    text("name", 200).needed()),
            "select jsonb_build_array(no, number, name) from policy order by no",
            "insert into policy (no, number, name) values (:no, :printedNo, :name)"),
    /** 戦略 */
    STRATEGY(
            1,
            List.of(
                    of("no", Kind.WHOLE).needed(),
                    of("policy", Kind.WHOLE).needed(),
                    of("printedNo", Kind.WHOLE),
                    text("name", 200).needed()),
            "select jsonb_build_array(no, policy_no, number, name) from strategy order by no",
            "insert into strategy (no, policy_no, number, name) values (:no, :policy, :printedNo, :name)",
            new Named(POLICY, "policy")),
    /** 推進事業 */
    PROGRAMME(
            1,
            List.of(
                    of("programme", Kind.CODE).needed(),
                    of("strategy", Kind.WHOLE).needed(),
                    text("name", 200).needed(),
                    text("summary", 1000)),
            "select jsonb_build_array(id, strategy_no, name, summary) from programme order by strategy_no, id",
            "insert into programme (id, strategy_no, name, summary) values (:programme, :strategy, :name, :summary)",
            new Named(STRATEGY, "strategy")),
    /** The numbers of a year's papers. */
    NUMBER(
            2,
            List.of(
                    of("programme", Kind.CODE).needed(),
                    of("year", Kind.YEAR).needed(),
                    of("number", Kind.WHOLE),
                    of("printed", Kind.PLACE),
                    of("strategy", Kind.WHOLE)),
            """
            select jsonb_build_array(programme_id, 'R' || fiscal_year - 2018, number, code, strategy_no) from programme_number
            order by fiscal_year, number nulls last, programme_id""",
            """
            insert into programme_number (programme_id, fiscal_year, number, code, strategy_no)
            values (:programme, :year, :number, nullif(:printed, ''), :strategy)""",
            new Named(PROGRAMME, "programme"),
            new Named(STRATEGY, "strategy")),
    /** What a year's papers say of a programme beside its number. */
    PROGRAMME_YEAR(
            2,
            List.of(
                    of("programme", Kind.CODE).needed(),
                    of("year", Kind.YEAR).needed(),
                    text("newName", 200),
                    of("added", Kind.MARK),
                    text("remark", 500)),
            """
            select jsonb_build_array(programme_id, 'R' || fiscal_year - 2018, name, added, remark) from programme_year
            order by fiscal_year, programme_id""",
            """
            insert into programme_year (programme_id, fiscal_year, name, added, remark)
            values (:programme, :year, nullif(:newName, ''), :added, :remark)""",
            new Named(PROGRAMME, "programme")),
    /** 評価指標 of a programme; the order of the rows is that of the papers. */
    MEASURE(
            2,
            List.of(
                    of("programme", Kind.CODE).needed(),
                    of("measure", Kind.CODE).needed(),
                    text("label", 200).needed(),
                    text("unit", 20).needed()),
            "select jsonb_build_array(programme_id, code, label, unit) from measure order by position, id",
            """
            insert into measure (id, programme_id, code, label, unit, position)
            values (nextval('tsunagu_seq'), :programme, :measure, :label, :unit, (select coalesce(max(position), 0) + 1 from measure))""",
            new Named(PROGRAMME, "programme")),
    /** How a measure is counted from a year on. */
    DEFINITION(
            3,
            List.of(
                    of("programme", Kind.CODE).needed(),
                    of("measure", Kind.CODE).needed(),
                    of("from", Kind.YEAR).needed(),
                    choice("counting", Kind.CHOICE, "plan.counting.", (Object[]) Counting.values())
                            .needed(),
                    choice("basis", Kind.CHOICE, "plan.book.basis.", "RECORDS", "REPORTED")
                            .needed(),
                    choice("types", Kind.CHOICES, "event.type.", (Object[]) EventType.values()),
                    of("events", Kind.CODES),
                    choice("roles", Kind.CHOICES, "event.role.", (Object[]) AttendanceRole.values()),
                    choice("direction", Kind.CHOICE, "plan.definition.direction.", (Object[]) Direction.values())
                            .needed(),
                    choice("datedBy", Kind.CHOICE, "plan.definition.datedBy.", (Object[]) DatedBy.values())),
            """
            select jsonb_build_array(m.programme_id, m.code, 'R' || d.from_year - 2018, d.counting, d.basis,
                (select string_agg(x, ' ' order by x) from unnest(d.event_types) as x),
                (select string_agg(x, ' ' order by x) from unnest(d.event_codes) as x),
                (select string_agg(x, ' ' order by x) from unnest(d.roles) as x), d.direction, d.dated_by)
            from measure_definition d join measure m on m.id = d.measure_id
            order by m.position, m.id, d.from_year""",
            """
            insert into measure_definition (id, measure_id, from_year, counting, basis, event_types, event_codes, roles, direction,
                dated_by, reason, entered_at)
            select nextval('tsunagu_seq'), m.id, :from, :counting, :basis, string_to_array(nullif(:types, ''), ' '),
                string_to_array(nullif(:events, ''), ' '), string_to_array(nullif(:roles, ''), ' '), :direction,
                nullif(:datedBy, ''), :why, cast(:now as timestamptz)
            from measure m where m.programme_id = :programme and m.code = :measure""",
            new Named(MEASURE, "programme", "measure")),
    /** 目標 */
    TARGET(
            4,
            List.of(
                    of("programme", Kind.CODE).needed(),
                    of("measure", Kind.CODE).needed(),
                    of("year", Kind.YEAR).needed(),
                    text("beside", 30),
                    of("target", Kind.NUMBER).needed(),
                    text("source", 500).needed()),
            """
            select jsonb_build_array(m.programme_id, m.code, 'R' || t.fiscal_year - 2018, t.basis, trim_scale(t.value)::text, t.reason)
            from (select distinct on (measure_id, fiscal_year, basis) * from target
                  order by measure_id, fiscal_year, basis, revision desc) t
            join measure m on m.id = t.measure_id
            where t.value is not null
            order by t.fiscal_year, m.position, m.id, t.basis""",
            """
            insert into target (id, measure_id, fiscal_year, revision, value, reason, set_at, basis)
            select nextval('tsunagu_seq'), m.id, :year, 1 + coalesce((select max(revision) from target t
                where t.measure_id = m.id and t.fiscal_year = :year and t.basis = :beside), 0), :target, :source,
                cast(:now as timestamptz), :beside
            from measure m where m.programme_id = :programme and m.code = :measure""",
            new Named(MEASURE, "programme", "measure")),
    /** 実績 that was entered by hand. */
    FIGURE(
            3,
            List.of(
                    of("programme", Kind.CODE).needed(),
                    of("measure", Kind.CODE).needed(),
                    of("year", Kind.YEAR).needed(),
                    of("actual", Kind.NUMBER).needed(),
                    text("source", 500).needed()),
            """
            select jsonb_build_array(m.programme_id, m.code, 'R' || f.fiscal_year - 2018, trim_scale(f.value)::text, f.source)
            from (select distinct on (measure_id, fiscal_year) * from reported_figure
                  order by measure_id, fiscal_year, revision desc) f
            join measure m on m.id = f.measure_id
            where f.value is not null
            order by f.fiscal_year, m.position, m.id""",
            """
            insert into reported_figure (id, measure_id, fiscal_year, revision, value, source, reported_at)
            select nextval('tsunagu_seq'), m.id, :year, 1 + coalesce((select max(revision) from reported_figure f
                where f.measure_id = m.id and f.fiscal_year = :year), 0), :actual, :source, cast(:now as timestamptz)
            from measure m where m.programme_id = :programme and m.code = :measure""",
            new Named(MEASURE, "programme", "measure")),
    /** 計画の指標 and 戦略の指標; the order of the rows is that of the papers. */
    INDICATOR(
            1,
            List.of(
                    of("indicator", Kind.CODE).needed(),
                    of("policy", Kind.WHOLE),
                    of("strategy", Kind.WHOLE),
                    of("number", Kind.WHOLE),
                    text("name", 200).needed(),
                    text("unit", 20).needed(),
                    choice("accumulation", Kind.CHOICE, "plan.accumulation.", "stock", "annual", "rate", "cumulative")
                            .needed(),
                    choice("good", Kind.CHOICE, "plan.direction.", "at_least", "at_most", "keep")
                            .needed(),
                    of("base", Kind.NUMBER),
                    of("baseYear", Kind.YEAR),
                    of("aim", Kind.NUMBER).needed(),
                    of("aimYear", Kind.YEAR).needed(),
                    text("method", 300),
                    text("explanation", 500),
                    of("printedBase", Kind.NUMBER),
                    text("printedBasePeriod", 100),
                    text("note", 500)),
            """
            select jsonb_build_array(code, policy_no, strategy_no, number, name, unit, accumulation, direction,
                trim_scale(base_value)::text, 'R' || base_year - 2018, trim_scale(target_value)::text, 'R' || target_year - 2018, method,
                explanation, trim_scale(printed_base)::text, printed_base_period, note)
            from indicator order by position""",
            """
            insert into indicator (id, code, level, policy_no, strategy_no, position, number, name, unit, accumulation, direction,
                base_value, base_year, target_value, target_year, method, explanation, printed_base, printed_base_period, note)
            values (nextval('tsunagu_seq'), :indicator, case when cast(:policy as int) is null then 'strategy' else 'plan' end, :policy,
                :strategy, (select coalesce(max(position), 0) + 1 from indicator), :number, :name, :unit, :accumulation, :good, :base,
                :baseYear, :aim, :aimYear, :method, :explanation, :printedBase, :printedBasePeriod, :note)""",
            new Named(POLICY, "policy"),
            new Named(STRATEGY, "strategy")),
    /** Statistics of an indicator. */
    INDICATOR_VALUE(
            2,
            List.of(
                    of("indicator", Kind.CODE).needed(),
                    of("reported", Kind.YEAR).needed(),
                    of("observed", Kind.YEAR).needed(),
                    of("value", Kind.NUMBER).needed(),
                    text("source", 500).needed()),
            """
            select jsonb_build_array(i.code, 'R' || v.fiscal_year - 2018, 'R' || v.observed_year - 2018, trim_scale(v.value)::text, v.source)
            from (select distinct on (indicator_id, fiscal_year) * from indicator_value
                  order by indicator_id, fiscal_year, revision desc) v
            join indicator i on i.id = v.indicator_id
            order by v.fiscal_year, i.position""",
            """
            insert into indicator_value (id, indicator_id, fiscal_year, observed_year, revision, value, source, entered_at)
            select nextval('tsunagu_seq'), i.id, :reported, :observed, 1, :value, :source, cast(:now as timestamptz)
            from indicator i where i.code = :indicator""",
            new Named(INDICATOR, "indicator")),
    /** What the path to an indicator's aim should have reached in a year. */
    INDICATOR_TARGET(
            2,
            List.of(
                    of("indicator", Kind.CODE).needed(),
                    of("year", Kind.YEAR).needed(),
                    of("target", Kind.NUMBER).needed(),
                    text("reason", 500).needed()),
            """
            select jsonb_build_array(i.code, 'R' || t.fiscal_year - 2018, trim_scale(t.value)::text, t.reason)
            from indicator_target t join indicator i on i.id = t.indicator_id
            order by t.fiscal_year, i.position""",
            """
            insert into indicator_target (indicator_id, fiscal_year, value, reason)
            select i.id, :year, :target, :reason from indicator i where i.code = :indicator""",
            new Named(INDICATOR, "indicator")),
    /** Which measures an indicator adds up from a year on, each as programme/measure. */
    FORMULA(
            2,
            List.of(
                    of("indicator", Kind.CODE).needed(),
                    of("from", Kind.YEAR).needed(),
                    of("measures", Kind.CODES),
                    text("reason", 500).needed()),
            """
            select jsonb_build_array(i.code, 'R' || f.from_year - 2018,
                (select string_agg(m.programme_id || '/' || m.code, ' ' order by m.programme_id || '/' || m.code) from measure m
                    where m.id = any(f.measures)),
                f.reason)
            from indicator_formula f join indicator i on i.id = f.indicator_id
            order by i.position, f.from_year""",
            """
            insert into indicator_formula (id, indicator_id, from_year, measures, reason, entered_at)
            select nextval('tsunagu_seq'), i.id, :from,
                array(select m.id from measure m where m.programme_id || '/' || m.code = any(string_to_array(nullif(:measures, ''), ' '))
                      order by m.position, m.id),
                :reason, cast(:now as timestamptz)
            from indicator i where i.code = :indicator""",
            new Named(INDICATOR, "indicator")),
    /** 判定の目安 of a year, in per cent of the target; a year without one has the usual one. */
    GRADE_RULE(
            1,
            List.of(
                    of("year", Kind.YEAR).needed(),
                    of("gradeA", Kind.NUMBER).needed(),
                    of("gradeNearA", Kind.NUMBER).needed(),
                    of("gradeB", Kind.NUMBER).needed()),
            """
            select jsonb_build_array('R' || fiscal_year - 2018, trim_scale(100 * a_from)::text, trim_scale(100 * near_from)::text,
                trim_scale(100 * b_from)::text)
            from grade_rule order by fiscal_year""",
            """
            insert into grade_rule (fiscal_year, a_from, near_from, b_from)
            values (:year, :gradeA / 100.0, :gradeNearA / 100.0, :gradeB / 100.0)"""),
    /** 相談の窓口; what one is about is changed on its own page. */
    OFFICE(
            1,
            List.of(
                    of("officeCode", Kind.CODE).needed(),
                    text("name", 100).needed(),
                    text("about", 500),
                    text("place", 200),
                    text("phone", 30),
                    of("programme", Kind.CODE)),
            "select jsonb_build_array(code, name, about, place, telephone, programme_id) from consultation_office order by position, id",
            """
            insert into consultation_office (id, code, name, about, place, telephone, programme_id, position, version)
            values (nextval('tsunagu_seq'), :officeCode, :name, :about, :place, :phone, nullif(:programme, ''),
                (select coalesce(max(position), 0) + 1 from consultation_office), 1)""",
            new Named(PROGRAMME, "programme")),
    /** 支援制度 of the guide for people who come back: what it pays, for whom, until when, and where that was read. */
    SUPPORT(
            1,
            List.of(
                    of("supportCode", Kind.CODE).needed(),
                    text("name", 100).needed(),
                    text("about", 500).needed(),
                    text("amount", 300),
                    text("conditions", 2000),
                    answers("lives", GuideQuestion.LIVES),
                    answers("years", GuideQuestion.YEARS),
                    answers("household", GuideQuestion.HOUSEHOLD),
                    answers("status", GuideQuestion.STATUS),
                    of("validFrom", Kind.DAY).needed(),
                    of("validUntil", Kind.DAY).needed(),
                    of("asOf", Kind.DAY).needed(),
                    text("source", 300).needed(),
                    text("ask", 100),
                    text("phone", 60),
                    text("link", 300).like("https://[^\\s]+", "plan.book.error.link"),
                    of("mostAlone", Kind.WHOLE),
                    of("mostFamily", Kind.WHOLE),
                    of("mostChild", Kind.WHOLE)),
            """
            select jsonb_build_array(code, title, summary, amount, conditions, lives, years, household, status, valid_from, valid_until,
                as_of, source, office, phone, link, most_alone, most_family, most_child)
            from support_programme order by position, code""",
            """
            insert into support_programme (code, title, summary, amount, conditions, lives, years, household, status, valid_from,
                valid_until, as_of, source, office, phone, link, most_alone, most_family, most_child, position)
            values (:supportCode, :name, :about, :amount, :conditions, :lives, :years, :household, :status, :validFrom, :validUntil, :asOf,
                :source, :ask, :phone, :link, cast(:mostAlone as int), cast(:mostFamily as int), cast(:mostChild as int),
                (select coalesce(max(position), 0) + 1 from support_programme))
            on conflict (code) do update set title = excluded.title, summary = excluded.summary, amount = excluded.amount,
                conditions = excluded.conditions, lives = excluded.lives, years = excluded.years, household = excluded.household,
                status = excluded.status, valid_from = excluded.valid_from, valid_until = excluded.valid_until, as_of = excluded.as_of,
                source = excluded.source, office = excluded.office, phone = excluded.phone, link = excluded.link,
                most_alone = excluded.most_alone, most_family = excluded.most_family, most_child = excluded.most_child"""),
    /** 交付要綱 of a programme that gives grants. */
    GRANT_RULE(
            1,
            List.of(
                    of("programme", Kind.CODE).needed(),
                    of("ceiling", Kind.WHOLE),
                    choice("once", Kind.CHOICE, "plan.book.once.", "YEAR", "EVER"),
                    of("rounds", Kind.WHOLE),
                    text("source", 500).needed()),
            "select jsonb_build_array(programme_id, ceiling, once, rounds, source) from grant_rule order by programme_id",
            """
            insert into grant_rule (programme_id, ceiling, once, rounds, source)
            values (:programme, cast(:ceiling as bigint), nullif(:once, ''), cast(:rounds as int), :source)
            on conflict (programme_id) do update set ceiling = excluded.ceiling, once = excluded.once, rounds = excluded.rounds,
                source = excluded.source""",
            new Named(PROGRAMME, "programme")),
    /** 資料の題名と見出し. The rows are those of the portal; only the words are the city's. */
    PAPER_WORD(
            1,
            List.of(text("paperWord", 40).needed(), text("words", 100).needed()),
            "select jsonb_build_array(key, word) from paper_word order by key",
            "update paper_word set word = :words where key = :paperWord");

    /** Signs of the mark; two contents of one row have the same one by a chance of one in a trillion. */
    private static final int COPY = 10;

    /** Sheets whose rows the workbook may change. */
    static final Set<BookSheet> CHANGEABLE = EnumSet.of(CITY, AREA, PLAN, SUPPORT, GRANT_RULE, PAPER_WORD);

    /** Columns in which a row names one of another sheet by its first columns. Empty cells name nothing. */
    record Named(BookSheet sheet, List<String> columns) {

        Named(BookSheet sheet, String... columns) {
            this(sheet, List.of(columns));
        }
    }

    private final int keys;
    private final List<BookColumn> columns;
    private final String select;
    private final String insert;
    private final List<Named> names;

    BookSheet(int keys, List<BookColumn> columns, String select, String insert, Named... names) {
        this.keys = keys;
        this.columns = columns;
        this.select = select;
        this.insert = insert;
        this.names = Arrays.asList(names);
    }

    private static BookColumn answers(String name, GuideQuestion question) {
        return choice(name, Kind.CHOICES, "guide.answer.", question.answers().toArray());
    }

    /** As the sheet is called. */
    String title() {
        return Words.japanese("plan.book.sheet." + name());
    }

    List<BookColumn> columns() {
        return columns;
    }

    /**
     * What a row said when it was handed out, in its last cell: a row that somebody changed since is not overwritten with what it said then.
     * Only where the workbook changes rows.
     */
    boolean marked() {
        return CHANGEABLE.contains(this);
    }

    /** @param row as it is stored */
    static String copy(List<String> row) {
        return Secrets.digest(String.join("\u0000", row)).substring(0, COPY);
    }

    /** Heading of that cell's column. */
    static String copyLabel() {
        return Words.japanese("plan.book.col.copy");
    }

    int at(String column) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** What a row is known by: its first columns. */
    List<String> key(List<String> row) {
        return row.subList(0, keys);
    }

    List<Named> names() {
        return names;
    }

    String select() {
        return select;
    }

    String insert() {
        return insert;
    }
}
