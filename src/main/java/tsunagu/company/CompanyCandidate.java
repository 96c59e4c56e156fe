package tsunagu.company;

import java.util.Set;

/**
 * An admitted company that may be the same one.
 *
 * @param same in what
 */
public record CompanyCandidate(CompanyName company, Set<Likeness> same) {

    public enum Likeness {
        NUMBER,
        /** without the form of the company, old kanji, widths and spaces */
        NAME,
        READING,
        ADDRESS
    }

    /** Certainly the same: another one with this number cannot exist. */
    public boolean certain() {
        return same.contains(Likeness.NUMBER);
    }
}
