package tsunagu.shared;

/**
 * Says to the database that what follows in this transaction happened at a door: it is kept, as a difference, even where the year was
 * approved meanwhile. Nothing else sets that mark, and only what records the door may ask for it.
 */
public interface FactMark {

    void mark();
}
