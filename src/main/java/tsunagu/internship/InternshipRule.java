package tsunagu.internship;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsunagu.review.Finding;
import tsunagu.review.FindingList;
import tsunagu.shared.Audience;
import tsunagu.shared.Classification;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.TextLength;

/**
 * The conditions of the four types (文部科学省・厚生労働省・経済産業省「インターンシップを始めとする学生のキャリア形成支援に係る取組の推進
 * に当たっての基本的考え方」, 2022年6月改正). Sentences: bundle internship, {@code internship.rule.*}.
 */
public enum InternshipRule {

    /** What every one says. */
    I1 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            for (String field : REQUIRED) {
                if (plan.sheet().text(field).isEmpty()) {
                    found.block(field, "I1", found.label(field));
                }
            }
            if (!plan.sheet().text(InternshipSheet.AREA).isEmpty()
                    && !Classification.AREAS.has(plan.sheet().text(InternshipSheet.AREA))) {
                found.block(InternshipSheet.AREA, "I1", found.label(InternshipSheet.AREA));
            }
            if (plan.audiences().isEmpty()) {
                found.block("audience", "I1", found.label("audience"));
            }
        }
    },

    /** Only types 3 and 4 may be called インターンシップ. */
    I2 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            if (plan.type() == null || plan.type().mayBeCalledInternship()) {
                return;
            }
            for (String field : List.of(InternshipSheet.TITLE, InternshipSheet.CONTENT)) {
                if (CALLED.matcher(folded(plan.sheet().text(field))).find()) {
                    found.block(field, "I2");
                }
            }
        }
    },

    /** Length and share of work experience. */
    I3 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            if (plan.type() == null || plan.days() == null || plan.workplaceDays() == null) {
                return;
            }
            if (plan.days() == 0 || plan.workplaceDays() > plan.days()) {
                found.block(InternshipSheet.WORKPLACE_DAYS, "I3.days");
            }
            switch (plan.type()) {
                case OPEN_COMPANY -> {
                    if (plan.days() > 1 || plan.workplaceDays() > 0) {
                        found.block(InternshipSheet.DAYS, "I3.type1");
                    }
                }
                case GENERAL_OR_SPECIAL -> {
                    if (plan.days() < TYPE_3_DAYS || plan.workplaceDays() * 2 <= plan.days()) {
                        found.block(InternshipSheet.DAYS, "I3.type3", TYPE_3_DAYS);
                    }
                }
                case ADVANCED -> {
                    if (plan.startsOn() != null
                            && plan.endsOn() != null
                            && ChronoUnit.MONTHS.between(
                                            plan.startsOn(), plan.endsOn().plusDays(1))
                                    < TYPE_4_MONTHS) {
                        found.block(InternshipSheet.ENDS_ON, "I3.type4", TYPE_4_MONTHS);
                    }
                }
                case CAREER_EDUCATION -> {
                    // Any length, with or without work experience.
                }
            }
        }
    },

    /** Type 3 lies in a long vacation. Vacations differ between schools, so it warns. */
    I4 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            if (plan.type() != InternshipType.GENERAL_OR_SPECIAL || plan.startsOn() == null || plan.endsOn() == null) {
                return;
            }
            boolean inside = VACATIONS.stream().anyMatch(vacation -> vacation.holds(plan.startsOn(), plan.endsOn()));
            if (!inside) {
                found.warn(InternshipSheet.STARTS_ON, "I4");
            }
        }
    },

    /** Employees guide the student and give feedback (type 3). */
    I5 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            if (plan.type() == InternshipType.GENERAL_OR_SPECIAL
                    && plan.sheet().text(InternshipSheet.SUPERVISION).isEmpty()) {
                found.block(InternshipSheet.SUPERVISION, "I5");
            }
        }
    },

    /** The nine disclosures of type 3. */
    I6 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            if (plan.type() == InternshipType.GENERAL_OR_SPECIAL) {
                for (Disclosure item : Disclosure.values()) {
                    if (!plan.disclosures().containsKey(item)) {
                        String field = InternshipSheet.DISCLOSURE + item;
                        found.block(field, "I6", found.label(field));
                    }
                }
            }
        }
    },

    /** What is learnt about a student goes into recruiting for type 3 only. */
    I7 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            if (Boolean.TRUE.equals(plan.dataUsed()) && plan.type() != InternshipType.GENERAL_OR_SPECIAL) {
                found.block(InternshipSheet.DATA_USED, "I7");
            }
        }
    },

    /** Days in order, and the information is of today. */
    I8 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            if (plan.startsOn() != null && plan.endsOn() != null) {
                if (plan.endsOn().isBefore(plan.startsOn())) {
                    found.block(InternshipSheet.ENDS_ON, "I8.order");
                } else if (plan.days() != null
                        && plan.days() > ChronoUnit.DAYS.between(plan.startsOn(), plan.endsOn()) + 1) {
                    found.block(InternshipSheet.DAYS, "I8.days");
                }
            }
            if (plan.opensOn() != null
                    && plan.closesOn() != null
                    && plan.closesOn().isBefore(plan.opensOn())) {
                found.block(InternshipSheet.CLOSES_ON, "I8.closes");
            }
            if (plan.closesOn() != null
                    && plan.startsOn() != null
                    && plan.closesOn().isAfter(plan.startsOn())) {
                found.warn(InternshipSheet.CLOSES_ON, "I8.late");
            }
            if (plan.closesOn() != null && plan.closesOn().isBefore(today)) {
                found.block(InternshipSheet.CLOSES_ON, "I8.over");
            }
            if (plan.asOf() != null && plan.asOf().isAfter(today)) {
                found.block(InternshipSheet.AS_OF, "I8.future");
            }
        }
    },

    /** Work is paid (最低賃金法): experience that is work and unpaid is pointed out. */
    I9 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            boolean works = plan.workplaceDays() != null && plan.workplaceDays() >= TYPE_3_DAYS;
            if (works
                    && UNPAID.matcher(folded(plan.sheet().text(InternshipSheet.PAY)))
                            .find()) {
                found.warn(InternshipSheet.PAY, "I9");
            }
        }
    },

    /** Type 4 is for graduate schools. */
    I10 {
        @Override
        void check(ReadInternship plan, LocalDate today, FindingList found) {
            if (plan.type() == InternshipType.ADVANCED && !plan.audiences().equals(Set.of(Audience.UNIVERSITY))) {
                found.warn("audience", "I10");
            }
        }
    };

    private static final List<String> REQUIRED = List.of(
            InternshipSheet.TYPE,
            InternshipSheet.TITLE,
            InternshipSheet.CONTENT,
            InternshipSheet.AREA,
            InternshipSheet.STARTS_ON,
            InternshipSheet.ENDS_ON,
            InternshipSheet.DAYS,
            InternshipSheet.WORKPLACE_DAYS,
            InternshipSheet.DATA_USED,
            InternshipSheet.PAY,
            InternshipSheet.SELECTION,
            InternshipSheet.OPENS_ON,
            InternshipSheet.CLOSES_ON,
            InternshipSheet.AS_OF);

    private static final Map<String, Integer> LONGEST = Map.of(
            InternshipSheet.TITLE,
            100,
            InternshipSheet.CONTENT,
            4000,
            InternshipSheet.PLACE,
            200,
            InternshipSheet.HOURS,
            100);

    private static final int TYPE_3_DAYS = 5;
    private static final int TYPE_4_MONTHS = 2;
    private static final Pattern CALLED = pattern("called");
    private static final Pattern UNPAID = pattern("unpaid");

    private static final List<Vacation> VACATIONS = ReferenceTable.read("/reference/rules/vacations.csv").stream()
            .map(row -> new Vacation(
                    row.text("code"),
                    MonthDay.parse("--" + row.text("from")),
                    MonthDay.parse("--" + row.text("to")),
                    row.text("words")))
            .toList();

    abstract void check(ReadInternship plan, LocalDate today, FindingList found);

    /** Everything the rules say about a sheet. */
    public static List<Finding> check(InternshipSheet sheet, LocalDate today) {
        FindingList found = new FindingList(InternshipSheet::label);
        ReadInternship plan = ReadInternship.of(sheet, found::unreadable);
        sheet.answers().forEach((field, answer) -> {
            int most = LONGEST.getOrDefault(field, field.startsWith(InternshipSheet.DISCLOSURE) ? 1000 : 500);
            if (TextLength.of(answer) > most) {
                found.tooLong(field, most);
            }
        });
        if (plan.capacity() != null && plan.capacity() == 0) {
            found.block(InternshipSheet.CAPACITY, "J0.capacity");
        }
        for (InternshipRule rule : values()) {
            found.of(rule.name());
            rule.check(plan, today, found);
        }
        return found.sorted();
    }

    /** Values of {@link tsunagu.search.Facet#SEASON}. */
    static List<String> vacations(LocalDate first, LocalDate last) {
        return VACATIONS.stream()
                .filter(each -> each.holds(first, last))
                .map(Vacation::code)
                .toList();
    }

    /** How people call the long vacation that these days lie in, "" outside of any. */
    static String vacationWords(LocalDate first, LocalDate last) {
        return VACATIONS.stream()
                .filter(each -> each.holds(first, last))
                .map(Vacation::words)
                .collect(Collectors.joining(" "));
    }

    private static String folded(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC);
    }

    private static Pattern pattern(String key) {
        return ReferenceTable.read("/reference/rules/internship-words.csv").stream()
                .filter(row -> row.text("key").equals(key))
                .map(row -> Pattern.compile(row.text("pattern")))
                .findFirst()
                .orElseThrow();
    }

    /** The last day may lie in the next year. */
    private record Vacation(String code, MonthDay from, MonthDay to, String words) {

        boolean holds(LocalDate first, LocalDate last) {
            for (int year = first.getYear() - 1; year <= first.getYear(); year++) {
                LocalDate begins = from.atYear(year);
                LocalDate ends = to.atYear(to.isBefore(from) ? year + 1 : year);
                if (!first.isBefore(begins) && !last.isAfter(ends)) {
                    return true;
                }
            }
            return false;
        }
    }
}
