package tsunagu.internship;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tsunagu.shared.Audience;
import tsunagu.shared.Words;

/** What a company has written of an internship so far, as typed. The keys are the ids of the form's fields. */
public record InternshipSheet(Map<String, String> answers) {

    public static final String TYPE = "type";
    public static final String TITLE = "title";
    public static final String CONTENT = "content";
    public static final String AREA = "area";
    public static final String PLACE = "place";
    public static final String STARTS_ON = "startsOn";
    public static final String ENDS_ON = "endsOn";
    public static final String HOURS = "hours";
    public static final String DAYS = "days";
    public static final String WORKPLACE_DAYS = "workplaceDays";
    public static final String SUPERVISION = "supervision";
    public static final String DATA_USED = "dataUsed";
    public static final String PAY = "pay";
    public static final String SUBSIDY = "subsidy";
    public static final String SELECTION = "selection";
    public static final String CAPACITY = "capacity";
    public static final String OPENS_ON = "opensOn";
    public static final String CLOSES_ON = "closesOn";
    public static final String AS_OF = "asOf";
    public static final String AUDIENCE = "audience-";
    public static final String DISCLOSURE = "disclosure-";
    public static final String YES = "yes";

    public InternshipSheet {
        answers = Map.copyOf(answers);
    }

    /** "" when nothing was written. */
    public String text(String field) {
        return answers.getOrDefault(field, "");
    }

    /** A field's name as people read it. */
    public static String label(String field) {
        if (field.startsWith(DISCLOSURE)) {
            return Words.japanese("internship.disclosure." + field.substring(DISCLOSURE.length()));
        }
        if (field.startsWith(AUDIENCE)) {
            return Words.japanese("web.audience." + field.substring(AUDIENCE.length()));
        }
        return Words.japanese(field.equals("audience") ? "internship.section.audience" : "internship.form." + field);
    }

    /** What would be published. Only after the rules found nothing that blocks. */
    public InternshipPlan plan() {
        return ReadInternship.of(this, (field, problem) -> {}).plan();
    }

    static InternshipSheet of(InternshipPlan plan) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(TYPE, plan.type().name());
        answers.put(TITLE, plan.title());
        answers.put(CONTENT, plan.content());
        answers.put(AREA, plan.area());
        answers.put(PLACE, plan.place());
        answers.put(STARTS_ON, plan.startsOn().toString());
        answers.put(ENDS_ON, plan.endsOn().toString());
        answers.put(HOURS, plan.hours());
        answers.put(DAYS, Integer.toString(plan.days()));
        answers.put(WORKPLACE_DAYS, Integer.toString(plan.workplaceDays()));
        answers.put(SUPERVISION, plan.supervision());
        answers.put(DATA_USED, plan.dataUsed() ? YES : "no");
        answers.put(PAY, plan.pay());
        answers.put(SUBSIDY, plan.subsidy());
        answers.put(SELECTION, plan.selection());
        answers.put(CAPACITY, Objects.toString(plan.capacity(), ""));
        answers.put(OPENS_ON, plan.opensOn().toString());
        answers.put(CLOSES_ON, plan.closesOn().toString());
        answers.put(AS_OF, plan.asOf().toString());
        for (Audience audience : plan.audiences()) {
            answers.put(AUDIENCE + audience, YES);
        }
        plan.disclosures().forEach((item, words) -> answers.put(DISCLOSURE + item, words));
        answers.values().removeIf(String::isEmpty);
        return new InternshipSheet(answers);
    }
}
