package tsunagu.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Something that has to be told by mail. Fired as an event inside the transaction of what happened; the notification room
 * writes it to the outbox in the same transaction, so that it is sent if and only if the thing happened.
 *
 * @param once names what is told; a second letter with the same name is not written
 * @param to to whom
 * @param text key of the words: {@code text.subject} and {@code text.body} in the room's bundle
 * @param locale the language of the page on which it was asked for; null: that of the account that gets it, otherwise Japanese
 * @param words what the texts' {0}, {1} … stand for; 0 to n. A {@link Word} is said in the letter's language
 * @param path page of the portal that the letter leads to, "" for none
 * @param calendar a calendar file to attach, "" for none
 * @param stop secret by which such letters are stopped with one press (RFC 8058), "" for letters that answer something
 * @param before it waits for the hours in which people are written to ({@link MailHours}), but not until this; null: it leaves at once
 * @param rests it leaves {@link #REST} later, and can be taken back so long ({@link TakenBack})
 */
public record Letter(
        String once,
        Recipient to,
        Locale locale,
        String text,
        List<Object> words,
        String path,
        String calendar,
        String stop,
        Instant before,
        boolean rests) {

    /** How long a letter rests that tells somebody what may have been a wrong press. */
    public static final Duration REST = Duration.ofMinutes(5);

    /**
     * What a letter told was a mistake. Whoever it has not left for yet never hears of it; the others get the other letter.
     *
     * @param once of the letter
     * @param otherwise to the same people
     */
    public record TakenBack(String once, Letter otherwise) {}

    /** One of the four is set; the notification room finds the addresses. */
    public record Recipient(Long accountId, Long personId, Long companyId, String address) {}

    /** What stands for a place in the text and is said otherwise in another language: a day, a kind of people. */
    public interface Word {

        /** @return a text, with the signs of {@link Readings} where it is plain Japanese */
        Object in(Locale language);
    }

    public Letter {
        words = List.copyOf(words);
    }

    /** What stands for {0}, {1} …, in a language. */
    public Object[] filled(Locale language) {
        return words.stream()
                .map(each -> each instanceof Word word ? word.in(language) : each)
                .toArray();
    }

    public static Letter toAccount(long accountId, String once, String text, String path, Object... words) {
        return of(new Recipient(accountId, null, null, null), once, text, path, words);
    }

    public static Letter toPerson(long personId, String once, String text, String path, Object... words) {
        return of(new Recipient(null, personId, null, null), once, text, path, words);
    }

    /** To everybody who acts for the company. */
    public static Letter toCompany(long companyId, String once, String text, String path, Object... words) {
        return of(new Recipient(null, null, companyId, null), once, text, path, words);
    }

    public static Letter toAddress(String address, String once, String text, String path, Object... words) {
        return of(new Recipient(null, null, null, address), once, text, path, words);
    }

    public Letter with(String attachedCalendar) {
        return new Letter(once, to, locale, text, words, path, attachedCalendar, stop, before, rests);
    }

    public Letter in(Locale language) {
        return new Letter(once, to, language, text, words, path, calendar, stop, before, rests);
    }

    /** News: leaves in daytime, and is stopped with one press. */
    public Letter stoppedBy(String secret) {
        return new Letter(
                once, to, locale, text, words, path, calendar, secret, before == null ? Instant.MAX : before, rests);
    }

    /** Nobody asked for it just now: leaves in daytime. */
    public Letter inDaytime() {
        return inDaytimeBefore(Instant.MAX);
    }

    /** A reminder: leaves in daytime, and in time for what begins then. */
    public Letter inDaytimeBefore(Instant begins) {
        return new Letter(
                once, to, locale, text, words, path, calendar, stop, begins == null ? Instant.MAX : begins, rests);
    }

    /** It tells what one press did and another can undo. */
    public Letter resting() {
        return new Letter(once, to, locale, text, words, path, calendar, stop, before, true);
    }

    private static Letter of(Recipient to, String once, String text, String path, Object... words) {
        return new Letter(once, to, null, text, List.of(words), path, "", "", null, false);
    }
}
