package tsunagu.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tsunagu.shared.TextLength;
import tsunagu.shared.Typed;

/**
 * What somebody typed, held against what is asked: questions for other roles, and those whose condition is not met, are not
 * asked, and what stands in them is not kept.
 *
 * @param typed by question id; several choices a line each
 */
public record AnswerSheet(List<QuestionView> questions, String role, Map<Long, String> typed) {

    private static final int LONGEST = 1000;

    /** What is kept, by question id. */
    public Map<Long, String> answers() {
        Map<Long, String> kept = new LinkedHashMap<>();
        for (QuestionView question : questions) {
            String value = value(question);
            if (asked(question, kept) && !value.isEmpty()) {
                kept.put(question.id(), value);
            }
        }
        return kept;
    }

    /** What is wrong, by question id: keys of sentences. */
    public Map<Long, String> problems() {
        Map<Long, String> kept = new LinkedHashMap<>();
        Map<Long, String> problems = new LinkedHashMap<>();
        for (QuestionView question : questions) {
            if (!asked(question, kept)) {
                continue;
            }
            String value = value(question);
            String problem = problem(question, value);
            if (problem != null) {
                problems.put(question.id(), problem);
            } else if (!value.isEmpty()) {
                kept.put(question.id(), value);
            }
        }
        return problems;
    }

    private static String problem(QuestionView question, String value) {
        if (value.isEmpty()) {
            return question.required() ? "question.error.answerMissing" : null;
        }
        if (TextLength.of(value) > LONGEST) {
            return "question.error.answerLong";
        }
        if (question.kind() == AnswerKind.NUMBER && Typed.wholeNumber(value).unreadable()) {
            return "web.error.number";
        }
        boolean foreign = question.kind().choice() && !question.options().containsAll(List.of(value.split("\n")))
                || question.kind() == AnswerKind.ONE && value.contains("\n");
        return foreign ? "question.error.answerForeign" : null;
    }

    private boolean asked(QuestionView question, Map<Long, String> before) {
        if (question.role() != null && !question.role().equals(role)) {
            return false;
        }
        return question.dependsOn() == null
                || List.of(before.getOrDefault(question.dependsOn(), "").split("\n"))
                        .contains(question.dependsValue());
    }

    private String value(QuestionView question) {
        String value = typed.getOrDefault(question.id(), "").strip().replace("\r", "");
        if (question.kind() == AnswerKind.NUMBER) {
            Integer number = Typed.wholeNumber(value).value();
            return number == null ? value : number.toString();
        }
        if (question.kind() != AnswerKind.SOME || value.isEmpty()) {
            return value;
        }
        Set<String> chosen = new TreeSet<>(java.util.Comparator.comparingInt(question.options()::indexOf));
        chosen.addAll(List.of(value.split("\n")));
        return String.join("\n", chosen);
    }
}
