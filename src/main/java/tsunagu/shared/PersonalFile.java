package tsunagu.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * 個人情報ファイル (個人情報保護法 60条2項, 75条): what a room keeps about persons for one purpose, column by column. Immutable: each method gives
 * another one; readers and time hold for the items that follow.
 *
 * @param name last part of the text keys "privacy.file.", "privacy.purpose.", "privacy.whose." and "privacy.from."
 */
public record PersonalFile(String name, Ground ground, Set<Reader> readers, Keep keep, List<Item> items) {

    /** On what it rests. */
    public enum Ground {
        /** 所掌事務の遂行 (61条1項). */
        TASK,
        /** 本人の同意 (69条2項1号): handed to companies because the person said so. */
        CONSENT,
        /** 職業安定法 5条の5: what is gathered from people who look for work. */
        EMPLOYMENT,
        /** 安全管理措置 (66条): sign-in, trail, log. */
        SAFETY
    }

    /** Who sees it. Whoever is not named, does not. */
    public enum Reader {
        SELF,
        /** The one company the person turned to, or that they act for. */
        COMPANY,
        STAFF,
        DOOR,
        PARTNER,
        MANAGER,
        COMMITTEE,
        ADMINISTRATOR,
        AUDITOR,
        EVERYBODY
    }

    /**
     * 記録項目.
     *
     * @param name last part of the text key "privacy.item."
     * @param sealed encrypted in the database with a key outside of it ({@link SealedText}), with the marks by which it is found
     */
    public record Item(
            String name, String table, List<String> columns, Set<Reader> readers, Keep keep, boolean sealed) {}

    /** Items that say how somebody is reached: they are sealed, and a test finds one that is not. */
    public static final Set<String> CONTACTS = Set.of("email", "phone", "reached", "exhibitorContact");

    public PersonalFile {
        readers = Set.copyOf(readers);
        items = List.copyOf(items);
    }

    public static PersonalFile of(String name, Ground ground) {
        return new PersonalFile(name, ground, Set.of(), Keep.UNTIL_ASKED, List.of());
    }

    /** None: only the portal itself uses it, nobody is shown it. */
    public PersonalFile seenBy(Reader... who) {
        return new PersonalFile(name, ground, Set.of(who), keep, items);
    }

    public PersonalFile kept(Keep how) {
        return new PersonalFile(name, ground, readers, how, items);
    }

    /** @param columns with blanks between them */
    public PersonalFile item(String item, String table, String columns) {
        return with(item, table, columns, false);
    }

    /** The same of columns that are encrypted in the database, and of the marks beside them. */
    public PersonalFile sealed(String item, String table, String columns) {
        return with(item, table, columns, true);
    }

    private PersonalFile with(String item, String table, String columns, boolean sealed) {
        List<Item> all = new ArrayList<>(items);
        all.add(new Item(item, table, List.of(columns.split(" ")), readers, keep, sealed));
        return new PersonalFile(name, ground, readers, keep, all);
    }

    /** All who see something of it. */
    public Set<Reader> allReaders() {
        Set<Reader> all = new TreeSet<>();
        items.forEach(each -> all.addAll(each.readers()));
        return all;
    }
}
