package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.ConflictException;
import tsunagu.shared.NotFoundException;

/**
 * The button of a list that was pressed: what is to be done, to which record, and what the person saw of it. A list is
 * read anew when its form comes back, so the place of a row says nothing: each button carries its record itself
 * ({@code ts:act}), and the form says once which method answers ({@code ts:on}). In pages: {@code #{act}}.
 *
 * <p>The record is only a claim: the use case looks it up among what the actor may touch, and refuses with
 * {@link ConflictException} what is no longer as it was seen.
 */
@Named("act")
@RequestScoped
public class RowAct {

    /** Name of every such button; its value is {@code name:record:seen}. */
    static final String PARAMETER = "act";

    private static final int PARTS = 3;

    @Inject
    private HttpServletRequest request;

    /** @return the value of the pressed button in its three parts, or empty when none was pressed or it is not one of ours */
    static Optional<List<String>> pressed(String value) {
        if (value == null) {
            return Optional.empty();
        }
        List<String> parts = List.of(value.split(":", -1));
        return parts.size() == PARTS ? Optional.of(parts) : Optional.empty();
    }

    /**
     * The record's code or number, as the page wrote it.
     *
     * @throws NotFoundException when no button of a list was pressed
     */
    public String record() {
        return part(1);
    }

    /** @throws NotFoundException when the record is not a number */
    public long number() {
        try {
            return Long.parseLong(record());
        } catch (NumberFormatException e) {
            throw new NotFoundException("record");
        }
    }

    /** What the person saw: a version, or the state of the record; empty where nothing about it can change. */
    public String seen() {
        return part(2);
    }

    /** @throws NotFoundException when what was seen is not a version */
    public int version() {
        try {
            return Integer.parseInt(seen());
        } catch (NumberFormatException e) {
            throw new NotFoundException("version");
        }
    }

    /** The pressed button was this record's: what belongs to it stays open when something is wrong. */
    public boolean on(Object record) {
        return pressed(CleanRequest.of(request).getParameter(PARAMETER))
                .filter(parts -> parts.get(1).equals(String.valueOf(record)))
                .isPresent();
    }

    /** What was typed beside the pressed button ({@code ts:actText}), without the space around it. */
    public String text(String field) {
        return typed(field, record()).strip();
    }

    /** What was typed in the field of a record, for showing it again. */
    public String typed(String field, Object record) {
        return typed(field, record, "");
    }

    /** @param kept what the field shows before anything was typed in it; null for nothing */
    public String typed(String field, Object record, Object kept) {
        String typed = CleanRequest.of(request).getParameter(field + "-" + record);
        return typed != null ? typed : kept == null ? "" : kept.toString();
    }

    /** Everything that was ticked or chosen under a name; empty when nothing was. */
    public List<String> all(String name) {
        String[] values = CleanRequest.of(request).getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /** A form came back, with or without this field in it: an empty list was chosen to be empty. */
    public boolean isBack() {
        return request.getMethod().equals("POST");
    }

    private String part(int index) {
        return pressed(CleanRequest.of(request).getParameter(PARAMETER))
                .orElseThrow(() -> new NotFoundException("act"))
                .get(index);
    }
}
