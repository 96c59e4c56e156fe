package tsunagu.posting.rules;

import tsunagu.posting.Employment;
import tsunagu.posting.rules.JobSheet.Field;

/** The bounds that belong to each reason (施行規則1条の3第1項; 厚生労働省「年齢制限禁止」の例外事由). */
final class AgeLimits {

    private static final int CAREER_UPPER = 45;
    private static final int SUCCESSION_FROM = 30;
    private static final int SUCCESSION_TO = 49;
    private static final int SUCCESSION_LEAST = 5;
    private static final int SUCCESSION_MOST = 10;
    private static final int SENIOR_FROM = 60;

    private AgeLimits() {}

    static void check(ReadJob job, Findings found) {
        if (job.ageFrom() != null && job.ageTo() != null && job.ageFrom() > job.ageTo()) {
            found.block(Field.AGE_TO, "J8.order");
            return;
        }
        switch (job.ageReason()) {
            case RETIREMENT -> {
                indefinite(job, found);
                upperOnly(job, found);
                if (job.retirementAge() == null || !job.retirementAge().equals(job.ageTo())) {
                    found.block(Field.RETIREMENT_AGE, "J8.retirement");
                }
            }
            case LAW -> {
                lowerOnly(job, found);
                if (job.sheet().text(Field.AGE_LAW).isEmpty()) {
                    found.block(Field.AGE_LAW, "J8.law");
                }
            }
            case CAREER -> {
                indefinite(job, found);
                upperOnly(job, found);
                noExperience(job, found);
                if (job.ageTo() != null && job.ageTo() >= CAREER_UPPER) {
                    found.warn(Field.AGE_TO, "J8.career", CAREER_UPPER);
                }
            }
            case SUCCESSION -> {
                indefinite(job, found);
                succession(job, found);
            }
            case SENIOR -> {
                lowerOnly(job, found);
                if (job.ageFrom() != null && job.ageFrom() < SENIOR_FROM) {
                    found.block(Field.AGE_FROM, "J8.senior", SENIOR_FROM);
                }
            }
            case POLICY -> {
                indefinite(job, found);
                noExperience(job, found);
                if (job.employment() != Employment.REGULAR
                        || job.sheet().text(Field.HELLO_WORK).isEmpty()) {
                    found.block(Field.HELLO_WORK, "J8.policy");
                }
            }
            case ART -> {
                // Any bounds; whether the expression needs them is judged by people.
            }
        }
    }

    private static void succession(ReadJob job, Findings found) {
        boolean inside = job.ageFrom() != null
                && job.ageTo() != null
                && job.ageFrom() >= SUCCESSION_FROM
                && job.ageTo() <= SUCCESSION_TO;
        int years = inside ? job.ageTo() - job.ageFrom() + 1 : 0;
        if (years < SUCCESSION_LEAST || years > SUCCESSION_MOST) {
            found.block(
                    Field.AGE_TO, "J8.succession", SUCCESSION_FROM, SUCCESSION_TO, SUCCESSION_LEAST, SUCCESSION_MOST);
        }
    }

    private static void indefinite(ReadJob job, Findings found) {
        if (!Boolean.FALSE.equals(job.fixedTerm())) {
            found.block(Field.FIXED_TERM, "J8.indefinite");
        }
    }

    private static void upperOnly(ReadJob job, Findings found) {
        if (job.ageFrom() != null || job.ageTo() == null) {
            found.block(Field.AGE_FROM, "J8.upperOnly");
        }
    }

    private static void lowerOnly(ReadJob job, Findings found) {
        if (job.ageTo() != null || job.ageFrom() == null) {
            found.block(Field.AGE_TO, "J8.lowerOnly");
        }
    }

    private static void noExperience(ReadJob job, Findings found) {
        if (!job.sheet().says(Field.NO_EXPERIENCE, JobSheet.YES)) {
            found.block(Field.NO_EXPERIENCE, "J8.experience");
        }
    }
}
