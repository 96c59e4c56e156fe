package tsunagu.event.web;

import java.io.Serializable;
import java.util.List;
import tsunagu.question.AnswerKind;
import tsunagu.question.Moment;
import tsunagu.question.QuestionDraft;
import tsunagu.question.QuestionView;
import tsunagu.shared.Secrets;

/** A question as it is being written. */
public class QuestionForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int KEY_LENGTH = 8;

    private static final String SEPARATOR = "|";

    /** Names it in the page's acts, and in the conditions of others, wherever in the sheet it stands: its id, once it is kept. */
    private String key = Secrets.name(KEY_LENGTH);

    private Long id;
    private Moment moment = Moment.REGISTRATION;
    private AnswerKind kind = AnswerKind.ONE;
    private String text = "";
    private String options = "";
    private boolean required;
    private String role = "";
    private String dependsOn = "";
    private String dependsValue = "";

    static QuestionForm of(QuestionView view) {
        QuestionForm form = new QuestionForm();
        form.id = view.id();
        form.key = String.valueOf(view.id());
        form.moment = view.moment();
        form.kind = view.kind();
        form.text = view.text();
        form.options = String.join("\n", view.options());
        form.required = view.required();
        form.role = view.role() == null ? "" : view.role();
        form.dependsOn = view.dependsOn() == null ? "" : String.valueOf(view.dependsOn());
        form.dependsValue = view.dependsValue();
        return form;
    }

    /** @param keys of all questions in their order: a condition names the place of another one; what is not there any more is no earlier one */
    QuestionDraft draft(List<String> keys) {
        Integer other = dependsOn.isEmpty()
                ? null
                : keys.contains(dependsOn) ? keys.indexOf(dependsOn) + 1 : keys.indexOf(key) + 1;
        return new QuestionDraft(
                id,
                moment,
                kind,
                text.strip(),
                lines(),
                required,
                role.isEmpty() ? null : role,
                other,
                other == null ? "" : dependsValue.strip());
    }

    /** Of one that was kept: the same words and choices say the same, wherever in the sheet. */
    String said() {
        return String.join("\n", moment.name(), kind.name(), text.strip(), String.join("\n", lines())) + "\n" + required
                + "\n" + role + "\n" + dependsValue.strip();
    }

    /** What is asked, whichever question it hangs on: one that was not kept yet has no id. */
    String asked() {
        return String.join("\n", moment.name(), kind.name(), text.strip(), String.join("\n", lines())) + "\n" + required
                + "\n" + role + "\n" + dependsValue.strip();
    }

    Long id() {
        return id;
    }

    /** Somebody else has taken it away and here it was rewritten: it is asked as a new one. */
    void asNew() {
        id = null;
    }

    public String getKey() {
        return key;
    }

    public Moment getMoment() {
        return moment;
    }

    public void setMoment(Moment moment) {
        this.moment = moment;
    }

    public AnswerKind getKind() {
        return kind;
    }

    public void setKind(AnswerKind kind) {
        this.kind = kind;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getOptions() {
        return options;
    }

    public void setOptions(String options) {
        this.options = options;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    /** Key of an earlier question and one of its options; "" in any case. */
    public String getCondition() {
        return dependsOn.isEmpty() ? "" : dependsOn + SEPARATOR + dependsValue;
    }

    public void setCondition(String condition) {
        int at = condition == null ? -1 : condition.indexOf(SEPARATOR);
        dependsOn = at < 0 ? "" : condition.substring(0, at);
        dependsValue = at < 0 ? "" : condition.substring(at + 1);
    }

    static String condition(QuestionForm other, String option) {
        return other.key + SEPARATOR + option;
    }

    List<String> lines() {
        return options.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
