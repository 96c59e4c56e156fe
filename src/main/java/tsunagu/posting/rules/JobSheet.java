package tsunagu.posting.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tsunagu.posting.JobTerms;
import tsunagu.posting.Term;
import tsunagu.shared.Audience;
import tsunagu.shared.Feature;
import tsunagu.shared.Words;

/**
 * What a company has written of a job so far, as it was typed: a draft keeps a number that is no number. The keys are the ids
 * of the form's fields ({@link Field}, and the prefixes of terms, audiences and features).
 */
public record JobSheet(Map<String, String> answers) {

    public static final String TERM = "term-";
    public static final String AUDIENCE = "audience-";
    public static final String FEATURE = "feature-";
    public static final String YES = "yes";
    public static final String NO = "no";

    /** Questions a company may put to applicants. */
    public static final int QUESTIONS = 3;

    /** Ids of the fields that are not a {@link Term}, an audience or a feature. */
    public static final class Field {
        public static final String TITLE = "title";
        public static final String OCCUPATION = "occupation";
        public static final String EMPLOYMENT = "employment";
        public static final String AREA = "area";
        public static final String WAGE_UNIT = "wageUnit";
        public static final String WAGE_MIN = "wageMin";
        public static final String WAGE_MAX = "wageMax";
        public static final String DAILY_HOURS = "dailyHours";
        public static final String DAYS_OFF = "daysOff";
        public static final String OPENINGS = "openings";
        public static final String STARTS_ON = "startsOn";
        public static final String OPENS_ON = "opensOn";
        public static final String CLOSES_ON = "closesOn";
        public static final String AS_OF = "asOf";
        public static final String FIXED_TERM = "fixedTerm";
        public static final String NO_EXPERIENCE = "noExperience";
        public static final String FIXED_OVERTIME = "fixedOvertime";
        public static final String FIXED_HOURS = "fixedHours";
        public static final String FIXED_AMOUNT = "fixedAmount";
        public static final String FIXED_EXCESS = "fixedExcess";
        public static final String AGE_FROM = "ageFrom";
        public static final String AGE_TO = "ageTo";
        public static final String AGE_REASON = "ageReason";
        public static final String AGE_LAW = "ageLaw";
        public static final String AGE_NOTE = "ageNote";
        public static final String RETIREMENT_AGE = "retirementAge";
        public static final String HELLO_WORK = "helloWork";
        public static final String RELOCATION_URL = "relocationUrl";
        public static final String RELOCATION_SINCE = "relocationSince";
        public static final String APPLY_URL = "applyUrl";
        public static final String QUESTION = "question-";
        public static final String LAWFUL = "lawful";

        private Field() {}
    }

    /** Written from the answers, not by hand. */
    private static final java.util.Set<Term> COMPOSED = java.util.Set.of(Term.AGE, Term.FIXED_OVERTIME);

    public JobSheet {
        Map<String, String> kept = new TreeMap<>();
        answers.forEach((field, answer) -> {
            if (answer != null && !answer.isBlank()) {
                kept.put(field, answer.strip());
            }
        });
        answers = Collections.unmodifiableMap(kept);
    }

    /** "" when nothing was written. */
    public String text(String field) {
        return answers.getOrDefault(field, "");
    }

    public boolean says(String field, String answer) {
        return text(field).equals(answer);
    }

    public JobSheet with(String field, String answer) {
        Map<String, String> changed = new LinkedHashMap<>(answers);
        changed.put(field, answer);
        return new JobSheet(changed);
    }

    public static String of(Term term) {
        return TERM + term.name();
    }

    /** A field's name as people read it. */
    public static String label(String field) {
        if (field.startsWith(TERM)) {
            return Words.japanese("posting.term." + field.substring(TERM.length()));
        }
        if (field.startsWith(AUDIENCE)) {
            return Words.japanese("web.audience." + field.substring(AUDIENCE.length()));
        }
        if (field.startsWith(FEATURE)) {
            return Words.japanese("web.feature." + field.substring(FEATURE.length()));
        }
        return Words.japanese(field.equals("audience") ? "posting.section.audience" : "posting.form." + field);
    }

    public static boolean composed(Term term) {
        return COMPOSED.contains(term);
    }

    /** A published job as a sheet; what only a sheet asks (hours a day, reasons) stays open. */
    public static JobSheet of(JobTerms job) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(Field.TITLE, job.title());
        answers.put(Field.OCCUPATION, job.occupation());
        answers.put(Field.EMPLOYMENT, job.employment().name());
        answers.put(Field.AREA, job.area());
        answers.put(Field.WAGE_UNIT, job.wageUnit().name());
        answers.put(Field.WAGE_MIN, Integer.toString(job.wageMin()));
        answers.put(Field.WAGE_MAX, Objects.toString(job.wageMax(), ""));
        answers.put(Field.DAYS_OFF, Objects.toString(job.daysOff(), ""));
        answers.put(Field.OPENINGS, Objects.toString(job.openings(), ""));
        answers.put(Field.OPENS_ON, job.opensOn().toString());
        answers.put(Field.CLOSES_ON, job.closesOn().toString());
        answers.put(Field.AS_OF, job.asOf().toString());
        answers.put(Field.HELLO_WORK, job.helloWorkNumber());
        answers.put(Field.RELOCATION_URL, job.relocationUrl());
        answers.put(Field.RELOCATION_SINCE, Objects.toString(job.relocationSince(), ""));
        answers.put(Field.FIXED_TERM, job.terms().containsKey(Term.RENEWAL) ? YES : NO);
        answers.put(Field.FIXED_OVERTIME, job.terms().containsKey(Term.FIXED_OVERTIME) ? YES : NO);
        String age = job.terms().getOrDefault(Term.AGE, "");
        answers.put(Field.AGE_NOTE, age.startsWith(Words.japanese("posting.words.noAgeLimit")) ? "" : age);
        for (Audience audience : job.audiences()) {
            answers.put(AUDIENCE + audience, YES);
        }
        for (Map.Entry<Feature, Boolean> offer : job.features().entrySet()) {
            answers.put(FEATURE + offer.getKey(), offer.getValue() ? YES : NO);
        }
        job.terms().forEach((term, words) -> {
            if (!composed(term)) {
                answers.put(of(term), words);
            }
        });
        // The mark is on a line of its own before what was written (ReadJob).
        String mark = Words.japanese("posting.words.noExperience");
        String qualifications = answers.getOrDefault(of(Term.QUALIFICATIONS), "");
        if (qualifications.equals(mark) || qualifications.startsWith(mark + "\n")) {
            answers.put(Field.NO_EXPERIENCE, YES);
            answers.put(
                    of(Term.QUALIFICATIONS),
                    qualifications.substring(mark.length()).strip());
        }
        return new JobSheet(answers);
    }
}
