package tsunagu.shared;

/**
 * Whether the person who acts may hand over a table. Each room that takes tables answers for its own; the file is read only when
 * one of them says yes.
 */
public interface ImportRight {

    boolean held();
}
