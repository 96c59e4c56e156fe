package tsunagu.posting.rules;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import tsunagu.posting.Employment;
import tsunagu.posting.JobTerms;
import tsunagu.posting.Term;
import tsunagu.posting.WageUnit;
import tsunagu.posting.rules.JobSheet.Field;
import tsunagu.shared.Audience;
import tsunagu.shared.Feature;
import tsunagu.shared.Typed;
import tsunagu.shared.Words;

/**
 * A sheet with its numbers and dates read. What is empty or cannot be read is null.
 *
 * @param wageMin yen per unit without what the minimum wage does not count (固定残業代, 通勤・家族・精皆勤手当)
 * @param dailyHours 所定労働時間 a day
 * @param startsOn when the work begins, or null when that is to be agreed
 * @param fixedTerm 有期 true, 期間の定めなし false
 * @param fixedAmount yen a month
 */
public record ReadJob(
        JobSheet sheet,
        Employment employment,
        WageUnit wageUnit,
        Integer wageMin,
        Integer wageMax,
        BigDecimal dailyHours,
        Integer daysOff,
        Integer openings,
        LocalDate startsOn,
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate asOf,
        Boolean fixedTerm,
        Boolean fixedOvertime,
        Integer fixedHours,
        Integer fixedAmount,
        Integer ageFrom,
        Integer ageTo,
        AgeReason ageReason,
        Integer retirementAge,
        LocalDate relocationSince,
        Set<Audience> audiences) {

    /** @param unreadable is told the field and the message key of everything that is no number or no day */
    public static ReadJob of(JobSheet sheet, BiConsumer<String, String> unreadable) {
        Reader reader = new Reader(sheet, unreadable);
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (Audience audience : Audience.values()) {
            if (sheet.says(JobSheet.AUDIENCE + audience, JobSheet.YES)) {
                audiences.add(audience);
            }
        }
        return new ReadJob(
                sheet,
                reader.choice(Field.EMPLOYMENT, Employment.class),
                reader.choice(Field.WAGE_UNIT, WageUnit.class),
                reader.number(Field.WAGE_MIN),
                reader.number(Field.WAGE_MAX),
                reader.decimal(Field.DAILY_HOURS),
                reader.number(Field.DAYS_OFF),
                reader.number(Field.OPENINGS),
                reader.day(Field.STARTS_ON),
                reader.day(Field.OPENS_ON),
                reader.day(Field.CLOSES_ON),
                reader.day(Field.AS_OF),
                reader.answer(Field.FIXED_TERM),
                reader.answer(Field.FIXED_OVERTIME),
                reader.number(Field.FIXED_HOURS),
                reader.number(Field.FIXED_AMOUNT),
                reader.number(Field.AGE_FROM),
                reader.number(Field.AGE_TO),
                reader.choice(Field.AGE_REASON, AgeReason.class),
                reader.number(Field.RETIREMENT_AGE),
                reader.day(Field.RELOCATION_SINCE),
                Set.copyOf(audiences));
    }

    public boolean has(Term term) {
        return !text(term).isEmpty();
    }

    public String text(Term term) {
        return sheet.text(JobSheet.of(term));
    }

    /** The first day of work, or the last one on which somebody may still be hired. */
    public LocalDate hiringDay(LocalDate today) {
        if (startsOn != null) {
            return startsOn;
        }
        return closesOn != null && closesOn.isAfter(today) ? closesOn : today;
    }

    boolean limitsAge() {
        return ageFrom != null || ageTo != null;
    }

    boolean forGraduates() {
        return audiences.contains(Audience.UNIVERSITY)
                || audiences.contains(Audience.KOSEN)
                || audiences.contains(Audience.JUNIOR_COLLEGE);
    }

    /** For publishing; only after the rules found nothing that blocks. */
    public JobTerms terms() {
        return new JobTerms(
                sheet.text(Field.TITLE),
                sheet.text(Field.OCCUPATION),
                employment,
                sheet.text(Field.AREA),
                wageUnit,
                wageMin,
                wageMax,
                daysOff,
                openings,
                audiences,
                features(),
                words(),
                sheet.text(Field.HELLO_WORK),
                sheet.text(Field.RELOCATION_URL),
                relocationSince,
                opensOn,
                closesOn,
                asOf);
    }

    private Map<Feature, Boolean> features() {
        Map<Feature, Boolean> stated = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            String answer = sheet.text(JobSheet.FEATURE + feature);
            if (!answer.isEmpty()) {
                stated.put(feature, answer.equals(JobSheet.YES));
            }
        }
        return stated;
    }

    private Map<Term, String> words() {
        Map<Term, String> words = new EnumMap<>(Term.class);
        for (Term term : Term.values()) {
            String written = JobSheet.composed(term) ? composed(term) : text(term);
            if (term == Term.QUALIFICATIONS && sheet.says(Field.NO_EXPERIENCE, JobSheet.YES)) {
                written = withMark(written);
            }
            if (!written.isEmpty()) {
                words.put(term, written);
            }
        }
        return words;
    }

    /** That no experience is asked for is a mark of the form: people read it first, and the search finds it. */
    private static String withMark(String qualifications) {
        String mark = Words.japanese("posting.words.noExperience");
        return qualifications.contains(mark)
                ? qualifications
                : qualifications.isEmpty() ? mark : mark + "\n" + qualifications;
    }

    private String composed(Term term) {
        if (term == Term.FIXED_OVERTIME) {
            return Boolean.TRUE.equals(fixedOvertime)
                    ? sentence("posting.words.fixedOvertime", fixedAmount, fixedHours)
                    : "";
        }
        String note = sheet.text(Field.AGE_NOTE);
        return (limitsAge() ? ageLimit() : Words.japanese("posting.words.noAgeLimit"))
                + (note.isEmpty() ? "" : "\n" + note);
    }

    private String ageLimit() {
        String span = ageFrom == null
                ? sentence("posting.words.ageTo", ageTo)
                : ageTo == null
                        ? sentence("posting.words.ageFrom", ageFrom)
                        : sentence("posting.words.ageSpan", ageFrom, ageTo);
        String law = sheet.text(Field.AGE_LAW);
        return span
                + sentence("posting.words.ageWhy", Words.japanese("posting.ageReason." + ageReason))
                + (law.isEmpty() ? "" : sentence("posting.words.ageLaw", law));
    }

    private static String sentence(String key, Object... arguments) {
        return new MessageFormat(Words.japanese(key), Locale.JAPANESE).format(arguments);
    }

    /** Reads typed answers and reports what it cannot read. */
    private record Reader(JobSheet sheet, BiConsumer<String, String> unreadable) {

        Integer number(String field) {
            return read(field, "web.error.number", Typed.wholeNumber(sheet.text(field)));
        }

        BigDecimal decimal(String field) {
            return read(field, "web.error.number", Typed.decimal(sheet.text(field)));
        }

        LocalDate day(String field) {
            return read(field, "web.error.date", Typed.day(sheet.text(field)));
        }

        Boolean answer(String field) {
            String answer = sheet.text(field);
            return answer.isEmpty() ? null : answer.equals(JobSheet.YES);
        }

        <E extends Enum<E>> E choice(String field, Class<E> type) {
            String answer = sheet.text(field);
            for (E each : type.getEnumConstants()) {
                if (each.name().equals(answer)) {
                    return each;
                }
            }
            if (!answer.isEmpty()) {
                unreadable.accept(field, "web.error.choice");
            }
            return null;
        }

        private <T> T read(String field, String problem, Typed<T> typed) {
            if (typed.unreadable()) {
                unreadable.accept(field, problem);
            }
            return typed.value();
        }
    }
}
