package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;

/**
 * What is wrong with the form just sent: a sentence for each field, and sentences for the whole. The summary at the top
 * of the page links to the fields; what was typed stays. In pages: {@code #{errors}}.
 */
@Named("errors")
@RequestScoped
public class FormErrors {

    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z0-9]+)+");

    /** More than any command has. */
    private static final int MOST_PARTS = 100;

    @Inject
    private Texts texts;

    @Inject
    private Validator validator;

    private final Map<String, String> byField = new LinkedHashMap<>();
    private final List<String> general = new ArrayList<>();

    /** Runs a use case; a broken rule becomes messages and the answer false. */
    public boolean attempt(Runnable useCase) {
        return attempt(useCase, Map.of());
    }

    /** @param fields of rules that only the service can check: message key to field; all others are the whole form's */
    public boolean attempt(Runnable useCase, Map<String, String> fields) {
        try {
            useCase.run();
        } catch (ConstraintViolationException e) {
            e.getConstraintViolations().stream()
                    .sorted(Comparator.comparingInt(FormErrors::place))
                    .forEach(this::add);
        } catch (DomainException e) {
            add(fields.getOrDefault(e.key(), ""), texts.format(e.key(), e.arguments()));
        }
        return isNone();
    }

    /**
     * Runs a use case when nothing is wrong with its command nor with anything else on the page; otherwise all of it is said at once.
     *
     * @param command what the use case is given, and is checked by its constraints
     */
    public boolean attempt(Object command, Runnable useCase, Map<String, String> fields) {
        check(command);
        return isNone() && attempt(useCase, fields);
    }

    /** Runs a use case that is about one field, the only one of its form: whatever rule is broken, it is broken there. */
    public boolean attemptOn(String field, Runnable useCase) {
        try {
            useCase.run();
        } catch (DomainException e) {
            add(field, texts.format(e.key(), e.arguments()));
        }
        return isNone();
    }

    /** Says what is wrong with a command before it is sent, together with what else is wrong on the page. */
    public void check(Object command) {
        check(command, field -> field);
    }

    /** @param place id on the page of a part of the command, where the two are not called alike */
    public void check(Object command, UnaryOperator<String> place) {
        validator.validate(command).stream()
                .sorted(Comparator.comparingInt(FormErrors::place))
                .forEach(each -> add(place.apply(field(each.getPropertyPath().toString())), words(each)));
    }

    /** Asks for a reason ({@link GivenReason}) before the use case does, and so beside everything else that is wrong. @param key its sentence */
    public void need(String field, String typed, String key) {
        need(field, typed, GivenReason.LONGEST, key);
    }

    /** The same with a limit of its own. */
    public void need(String field, String typed, int longest, String key) {
        attempt(() -> GivenReason.of(typed, longest, key), Map.of(key, field));
    }

    /** The same for what is chosen, or read as a number or a day. */
    public void need(String field, boolean given, String key) {
        if (!given) {
            add(field, texts.of(key));
        }
    }

    /** @param field id of the field, or empty for the whole form */
    public void add(String field, String sentence) {
        if (field.isEmpty()) {
            general.add(sentence);
        } else {
            byField.putIfAbsent(field, sentence);
        }
    }

    /** The same by the key of a text. */
    public void addText(String field, String key) {
        add(field, texts.of(key));
    }

    public boolean isNone() {
        return byField.isEmpty() && general.isEmpty();
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    public String of(String field) {
        return byField.getOrDefault(field, "");
    }

    public List<Map.Entry<String, String>> getFields() {
        return List.copyOf(byField.entrySet());
    }

    public List<String> getGeneral() {
        return List.copyOf(general);
    }

    /** Where a field stands on its page: commands list their parts in the order in which the forms ask for them. */
    private static int place(ConstraintViolation<?> violation) {
        int item = 0;
        String property = "";
        for (Path.Node node : violation.getPropertyPath()) {
            item = node.getIndex() == null ? item : node.getIndex() + 1;
            property = node.getName() == null ? property : node.getName();
        }
        Object bean = violation.getLeafBean();
        RecordComponent[] parts =
                bean.getClass().isRecord() ? bean.getClass().getRecordComponents() : new RecordComponent[0];
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].getName().equals(property)) {
                return item * MOST_PARTS + i;
            }
        }
        return item * MOST_PARTS;
    }

    private void add(ConstraintViolation<?> violation) {
        // The path is "method.command.property" or "method.command.items[2].property".
        add(field(violation.getPropertyPath().toString().replaceFirst("^[^.]+\\.[^.]+\\.?", "")), words(violation));
    }

    /** Ids of fields are the property's path, with the number of an item: "items-2-property". */
    private static String field(String path) {
        return path.replaceAll("\\[(\\d+)]\\.?(<[^>]*>)?", "-$1-")
                .replace('.', '-')
                .replaceAll("-$", "");
    }

    /** A constraint says a key of ours; one that says nothing of its own has the library's sentence, which is no key and nobody's words. */
    private String words(ConstraintViolation<?> violation) {
        if (!KEY.matcher(violation.getMessage()).matches()) {
            return texts.of("web.error.value");
        }
        return violation.getConstraintDescriptor().getAnnotation() instanceof Size size
                ? texts.of(violation.getMessage(), size.max())
                : texts.of(violation.getMessage());
    }
}
