package tsunagu.posting.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.posting.Employment;
import tsunagu.posting.Term;
import tsunagu.posting.WageUnit;
import tsunagu.posting.rules.JobSheet.Field;
import tsunagu.review.Finding;
import tsunagu.shared.Classification;
import tsunagu.shared.TextLength;
import tsunagu.shared.Wording.Subject;
import tsunagu.shared.Words;

/**
 * The rules of a job posting, in the order in which the form asks. The sentences (bundle posting, {@code posting.rule.*}) say
 * how to mend it, {@code posting.law.*} names the law. A rule whose law the city has not confirmed with the labour bureau
 * warns and does not block.
 */
public enum PostingRule {

    /** 労働条件明示 (職業安定法5条の3, 施行規則4条の2第3項): every item, and 派遣 said plainly. */
    J1 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            for (Term term : ALWAYS) {
                if (!job.has(term)) {
                    found.block(JobSheet.of(term), "J1", found.name(JobSheet.of(term)));
                }
            }
            for (String field : REQUIRED) {
                if (job.sheet().text(field).isEmpty()) {
                    found.block(field, "J1.field", found.name(field));
                }
            }
            if (job.audiences().isEmpty()) {
                found.block("audience", "J1.field", found.name("audience"));
            }
            if (!Classification.OCCUPATIONS.has(job.sheet().text(Field.OCCUPATION))) {
                found.block(Field.OCCUPATION, "J1.field", found.name(Field.OCCUPATION));
            }
            if (!job.sheet().text(Field.AREA).isEmpty()
                    && !Classification.AREAS.has(job.sheet().text(Field.AREA))) {
                found.block(Field.AREA, "J1.field", found.name(Field.AREA));
            }
            if (job.openings() != null && job.openings() == 0) {
                found.block(Field.OPENINGS, "J1.openings");
            }
            if (job.daysOff() != null && job.daysOff() > YEAR_DAYS) {
                found.block(Field.DAYS_OFF, "J1.daysOff");
            }
            if (job.dailyHours() != null && job.dailyHours().compareTo(BigDecimal.valueOf(DAY_HOURS)) > 0) {
                found.block(Field.DAILY_HOURS, "J1.dailyHours");
            }
            if (job.employment() == Employment.DISPATCH && !job.has(Term.DISPATCH)) {
                found.block(JobSheet.of(Term.DISPATCH), "J1", found.name(JobSheet.of(Term.DISPATCH)));
            }
        }
    },

    /** 2024年4月からの明示事項 (施行規則4条の2第3項): ranges of change, and for 有期 the renewal. */
    J2 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            for (Term term : List.of(Term.DUTIES_CHANGE, Term.PLACE_CHANGE)) {
                if (!job.has(term)) {
                    found.block(JobSheet.of(term), "J2", found.name(JobSheet.of(term)));
                }
            }
            if (Boolean.TRUE.equals(job.fixedTerm()) && !job.has(Term.RENEWAL)) {
                found.block(JobSheet.of(Term.RENEWAL), "J2.renewal");
            }
        }
    },

    /** 募集情報の六つの事項 (2024年12月 職業安定局 解釈通知): who, where and how to reach them; the other four are J1. */
    J3 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (!job.has(Term.CONTACT)) {
                found.block(JobSheet.of(Term.CONTACT), "J3");
            }
        }
    },

    /** 的確な表示 (職業安定法5条の4): of which day the information is, kept up to date, ended when the search ends. */
    J4 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (job.asOf() != null && job.asOf().isAfter(context.today())) {
                found.block(Field.AS_OF, "J4.future");
            } else if (job.asOf() != null && job.asOf().isBefore(context.today().minusDays(CURRENT_DAYS))) {
                found.warn(Field.AS_OF, "J4.old", CURRENT_DAYS);
            }
            found.wording(job, EnumSet.of(Subject.MISLEADING));
            if (job.startsOn() != null
                    && job.startsOn().isBefore(context.today().minusYears(1))) {
                found.block(Field.STARTS_ON, "J4.longAgo");
            } else if (job.startsOn() != null && job.startsOn().isBefore(context.today())) {
                found.warn(Field.STARTS_ON, "J4.begun");
            }
            if (job.closesOn() != null && job.closesOn().isBefore(context.today())) {
                found.block(Field.CLOSES_ON, "J4.closed");
            }
            if (job.closesOn() != null
                    && job.opensOn() != null
                    && job.closesOn().isBefore(job.opensOn())) {
                found.block(Field.CLOSES_ON, "J4.order");
            }
            if (job.closesOn() != null && job.closesOn().isAfter(context.today().plusYears(1))) {
                found.block(Field.CLOSES_ON, "J4.long");
            }
            Contradiction.in(job)
                    .forEach(each -> found.warn(
                            each.field(),
                            "J4.contradicts",
                            found.name(each.field()),
                            found.name(JobSheet.of(each.term()))));
        }
    },

    /** 固定残業代 (若者雇用促進法指針, 職業安定法指針): base pay, hours and amount, and the excess. */
    J5 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (job.fixedOvertime() == null) {
                found.block(Field.FIXED_OVERTIME, "J5.answer");
            } else if (job.fixedOvertime()) {
                if (job.fixedAmount() == null || job.fixedAmount() == 0) {
                    found.block(Field.FIXED_AMOUNT, "J5.amount");
                }
                if (job.fixedHours() == null || job.fixedHours() == 0) {
                    found.block(Field.FIXED_HOURS, "J5.hours");
                }
                if (!job.sheet().says(Field.FIXED_EXCESS, JobSheet.YES)) {
                    found.block(Field.FIXED_EXCESS, "J5.excess");
                }
                if (job.fixedHours() != null && job.fixedHours() > OVERTIME_LIMIT) {
                    found.warn(Field.FIXED_HOURS, "J5.many", OVERTIME_LIMIT);
                }
                payOfFixedHours(job, found);
                if (job.wageUnit() != null
                        && job.wageMin() != null
                        && WrittenWage.of(job.text(Term.WAGE), job.wageUnit()).includesOvertime(job.wageMin())) {
                    found.warn(Field.WAGE_MIN, "J5.included", job.wageMin());
                }
            } else {
                found.wording(job, EnumSet.of(Subject.FIXED_OVERTIME));
            }
        }

        /** 労働基準法37条: an hour of overtime is paid a quarter more than an hour of the base pay. */
        private void payOfFixedHours(ReadJob job, Findings found) {
            BigDecimal hourly = MinimumWages.hourly(job.wageUnit(), job.wageMin(), job.dailyHours(), job.daysOff());
            if (hourly == null || job.fixedHours() == null || job.fixedAmount() == null || job.fixedAmount() == 0) {
                return;
            }
            BigDecimal least = hourly.multiply(OVERTIME_RATE)
                    .multiply(BigDecimal.valueOf(job.fixedHours()))
                    .setScale(0, RoundingMode.CEILING);
            if (BigDecimal.valueOf(job.fixedAmount()).compareTo(least) < 0) {
                found.block(Field.FIXED_AMOUNT, "J5.low", job.fixedHours(), hourly, least.longValue());
            }
        }
    },

    /** 裁量労働・みなし労働時間 (職業安定法指針): the deemed hours. */
    J6 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            found.words(job, RuleWords.of("J6"));
        }
    },

    /** 年齢 (労働施策総合推進法9条, 施行規則1条の3): no limit, or exactly one reason and its bounds. */
    J8 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (job.limitsAge() && job.ageReason() == null) {
                found.block(Field.AGE_REASON, "J8.reason");
            } else if (!job.limitsAge() && job.ageReason() != null) {
                found.block(Field.AGE_TO, "J8.bounds");
            } else if (job.limitsAge()) {
                AgeLimits.check(job, found);
            } else {
                found.wording(job, EnumSet.of(Subject.AGE));
            }
        }
    },

    /** 性別 (男女雇用機会均等法5条, 7条): nobody is excluded or preferred by sex; body and moving need a reason. */
    J9 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            found.wording(job, EnumSet.of(Subject.SEX, Subject.BODY, Subject.MARRIAGE));
        }
    },

    /** 最低賃金 (最低賃金法4条): the hour's pay against the floor in force when the work begins. */
    J10 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (job.wageUnit() == null || job.wageMin() == null) {
                return;
            }
            BigDecimal hourly = MinimumWages.hourly(job.wageUnit(), job.wageMin(), job.dailyHours(), job.daysOff());
            if (hourly == null) {
                boolean hoursMissing =
                        job.dailyHours() == null || job.dailyHours().signum() <= 0;
                found.block(hoursMissing ? Field.DAILY_HOURS : Field.DAYS_OFF, "J10.hours");
                return;
            }
            LocalDate day = job.hiringDay(context.today());
            Optional<MinimumWage> floor = context.wages().floor(context.industry(), day);
            floor.ifPresent(row -> compare(hourly, row, day, found));
            context.wages()
                    .partialFloor(context.industry(), day)
                    .filter(row -> hourly.compareTo(BigDecimal.valueOf(row.yen())) < 0)
                    .filter(row -> floor.isEmpty() || row.yen() > floor.get().yen())
                    .ifPresent(row -> found.warn(Field.WAGE_MIN, "J10.part", hourly, row.name(), row.yen()));
            if (job.wageMax() != null && job.wageMax() < job.wageMin()) {
                found.block(Field.WAGE_MAX, "J10.order");
            }
        }

        private void compare(BigDecimal hourly, MinimumWage floor, LocalDate day, Findings found) {
            BigDecimal yen = BigDecimal.valueOf(floor.yen());
            if (hourly.compareTo(yen) < 0) {
                found.block(Field.WAGE_MIN, "J10.below", hourly, floor.name(), floor.yen(), day.toString());
            } else if (hourly.compareTo(yen.multiply(NEAR)) < 0) {
                found.warn(Field.WAGE_MIN, "J10.near", hourly, floor.name(), floor.yen(), day.toString());
            }
        }
    },

    /** 公正な採用選考 (職業安定法5条の5, 指針第5): what must not be asked; in a question it blocks, in free text it warns. */
    J11 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            found.wording(job, EnumSet.of(Subject.NATIONALITY, Subject.BACKGROUND, Subject.DISABILITY_HEALTH));
            for (int i = 1; i <= JobSheet.QUESTIONS; i++) {
                found.words(job, RuleWords.of("QUESTION"), List.of(Field.QUESTION + i));
            }
        }
    },

    /** 業務委託は求人ではない (職業安定法4条); 派遣 is said plainly. */
    J12 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            for (RuleWords words : RuleWords.of("J12")) {
                boolean dispatch = words.sentence().equals("J12.dispatch");
                if (!dispatch || job.employment() != Employment.DISPATCH) {
                    found.words(job, List.of(words));
                }
            }
        }
    },

    /** 求人の申込みの拒否事由 (職業安定法5条の6, 若者雇用促進法11条): the company declares that there is none. */
    J13 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (!job.sheet().says(Field.LAWFUL, JobSheet.YES)) {
                found.block(Field.LAWFUL, "J13");
            }
        }
    },

    /** 65歳未満の上限 (高年齢者雇用安定法20条): the reason is shown to applicants. */
    J14 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (job.ageTo() != null
                    && job.ageTo() < SIXTY_FIVE
                    && job.sheet().text(Field.AGE_NOTE).isEmpty()) {
                found.warn(Field.AGE_NOTE, "J14", SIXTY_FIVE);
            }
        }
    },

    /** References to the job centre and to the prefecture's site can be followed. */
    J15 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (!job.sheet().text(Field.HELLO_WORK).matches("([0-9]{5}-[0-9]{1,8})?")) {
                found.block(Field.HELLO_WORK, "J15.number");
            }
            for (String field : List.of(Field.RELOCATION_URL, Field.APPLY_URL)) {
                if (!job.sheet().text(field).matches("(https://[^\\s/]+\\S*)?")) {
                    found.block(field, "J15.url");
                }
            }
            boolean target = !job.sheet().text(Field.RELOCATION_URL).isEmpty();
            if (target && job.relocationSince() == null) {
                found.block(Field.RELOCATION_SINCE, "J15.since");
            } else if (!target && job.relocationSince() != null) {
                found.block(Field.RELOCATION_URL, "J15.source");
            }
        }
    },

    /** 大卒等の就職・採用活動日程 (関係省庁連絡会議): no publicity for new graduates before 1 March of the year before. */
    J16 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (!job.forGraduates() || job.startsOn() == null || job.opensOn() == null) {
                return;
            }
            LocalDate publicity = LocalDate.of(job.startsOn().getYear() - 1, 3, 1);
            if (job.startsOn().getMonthValue() == 4 && job.opensOn().isBefore(publicity)) {
                found.warn(Field.OPENS_ON, "J16", publicity.toString());
                found.words(job, RuleWords.of("J16"));
            }
        }
    },

    /** 高卒求人 go to ハローワーク, the school and the pupil (職業安定法26条, 27条); the portal does not carry them. */
    J17 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            found.words(job, RuleWords.of("J17"));
        }
    },

    /** 青少年雇用情報 (若者雇用促進法13条): who looks for graduates says at least one thing of each of three groups. */
    J18 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (job.forGraduates() && !context.youthGroupsMissing().isEmpty()) {
                String missing = context.youthGroupsMissing().stream()
                        .sorted()
                        .map(group -> Words.japanese("company.youth." + group))
                        .collect(Collectors.joining(" / "));
                found.warn("audience", "J18", missing);
            }
        }
    },

    /**
     * 賃金の額が二つにならない (職業安定法5条の4 虚偽・誤解を生じさせる表示の禁止; 5条の3 the terms are what the law looks at): lists, facets
     * and search engines show the number of the field, applicants are bound by the words. Warns, because words are read by a machine:
     * 「月給18万円」 against 250,000 is found, 「基本給17万円、職務手当1万円」 against 180,000 is not, nor what has no amount in it.
     */
    J19 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            if (job.wageUnit() == null || job.wageMin() == null) {
                return;
            }
            WrittenWage written = WrittenWage.of(job.text(Term.WAGE), job.wageUnit());
            WageUnit unit = written.otherUnit();
            if (unit != null) {
                found.warn(Field.WAGE_UNIT, "J19.unit", name(unit), name(job.wageUnit()));
                return;
            }
            written.otherThan(job.wageMin(), job.fixedAmount())
                    .ifPresent(said -> found.warn(Field.WAGE_MIN, "J19.least", said, job.wageMin()));
            if (job.wageMax() != null) {
                written.lessThan(job.wageMax())
                        .ifPresent(said -> found.warn(Field.WAGE_MAX, "J19.most", said, job.wageMax()));
            }
        }

        private String name(WageUnit unit) {
            return Words.japanese("posting.wageUnit." + unit);
        }
    },

    /** 賠償予定の禁止, 賃金全額払い (労働基準法16条, 24条): no fines, deposits or costs laid on workers. */
    J20 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            found.wording(job, EnumSet.of(Subject.LICENCE_FEE));
        }
    },

    /** インターンシップと呼べるのは5日以上 (三省合意 2022): shorter ones have other names. */
    J21 {
        @Override
        void check(ReadJob job, RuleContext context, Findings found) {
            found.wording(job, EnumSet.of(Subject.INTERNSHIP));
        }
    };

    private static final List<Term> ALWAYS = List.of(
            Term.DUTIES,
            Term.PERIOD,
            Term.TRIAL,
            Term.PLACE,
            Term.HOURS,
            Term.BREAK,
            Term.OVERTIME,
            Term.HOLIDAYS,
            Term.WAGE,
            Term.INSURANCE,
            Term.SMOKING,
            Term.EMPLOYER);

    private static final List<String> REQUIRED = List.of(
            Field.TITLE,
            Field.OCCUPATION,
            Field.EMPLOYMENT,
            Field.AREA,
            Field.WAGE_UNIT,
            Field.WAGE_MIN,
            Field.FIXED_TERM,
            Field.OPENS_ON,
            Field.CLOSES_ON,
            Field.AS_OF);

    private static final int TITLE_LENGTH = 100;
    private static final int TERM_LENGTH = 2000;
    private static final int LINE_LENGTH = 500;
    private static final int YEAR_DAYS = 366;
    private static final int DAY_HOURS = 24;
    private static final int CURRENT_DAYS = 30;
    private static final int SIXTY_FIVE = 65;

    /** 労働基準法36条4項: hours of overtime a month that are agreed on in the ordinary case. */
    private static final int OVERTIME_LIMIT = 45;

    private static final BigDecimal OVERTIME_RATE = new BigDecimal("1.25");

    /** Within two per cent above the floor: right today, wrong after the next revision. */
    private static final BigDecimal NEAR = new BigDecimal("1.02");

    abstract void check(ReadJob job, RuleContext context, Findings found);

    /** Everything the rules say about a sheet, the first field first. */
    public static List<Finding> check(JobSheet sheet, RuleContext context) {
        Findings found = new Findings();
        ReadJob job = ReadJob.of(sheet, found::unreadable);
        sheet.answers().forEach((field, answer) -> {
            int most = field.equals(Field.TITLE)
                    ? TITLE_LENGTH
                    : field.startsWith(JobSheet.TERM) ? TERM_LENGTH : LINE_LENGTH;
            if (TextLength.of(answer) > most) {
                found.tooLong(field, most);
            }
        });
        for (PostingRule rule : values()) {
            found.of(rule);
            rule.check(job, context, found);
        }
        return found.sorted();
    }
}
