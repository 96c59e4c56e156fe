package tsunagu.review.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.shared.Words;
import tsunagu.web.FieldWords;

/** How a sheet is asked for and shown: its fields in groups, their words and choices. */
public interface SheetForm extends FieldWords {

    /** How a field is asked for. */
    enum Kind {
        LINE,
        SHORT,
        DATE,
        PROSE,
        CHOICE,
        CHECK
    }

    /**
     * @param required whether nothing is ever published without it
     * @param sometimes whether it is needed after another answer; its hint says which
     */
    record Item(String id, Kind kind, boolean required, boolean sometimes) {

        public Item(String id, Kind kind, boolean required) {
            this(id, kind, required, false);
        }
    }

    /** @param name last part of its message key */
    record Section(String name, List<Item> items) {}

    /** Name of the bundle its words are in. */
    String getRoom();

    List<Section> getSections();

    @Override
    String label(String id);

    /** Groups of choices are allowed. */
    List<SelectItem> choices(String id);

    /** Every field's id, in the order of the form. */
    default List<String> ids() {
        return getSections().stream()
                .flatMap(each -> each.items().stream())
                .map(Item::id)
                .toList();
    }

    default boolean isCheck(String id) {
        return getSections().stream()
                .flatMap(each -> each.items().stream())
                .anyMatch(item -> item.id().equals(id) && item.kind() == Kind.CHECK);
    }

    /** Choices without their groups. */
    default List<SelectItem> flatChoices(String id) {
        return choices(id).stream()
                .flatMap(item ->
                        item instanceof SelectItemGroup group ? Arrays.stream(group.getSelectItems()) : Stream.of(item))
                .toList();
    }

    /** An answer as people read it: a choice by its word. */
    @Override
    default String shown(String id, String answer) {
        if (answer == null || answer.isEmpty()) {
            return "";
        }
        for (SelectItem item : flatChoices(id)) {
            if (item.getValue().equals(answer)) {
                return item.getLabel();
            }
        }
        return isCheck(id) ? Words.japanese("review.checked") : answer;
    }
}
