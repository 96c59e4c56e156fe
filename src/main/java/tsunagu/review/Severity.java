package tsunagu.review;

/** What a finding does. */
public enum Severity {
    /** Nothing is published until it is mended. */
    BLOCK,
    /** The company has read it and says that it is meant so. */
    WARN
}
