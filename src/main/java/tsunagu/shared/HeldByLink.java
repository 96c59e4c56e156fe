package tsunagu.shared;

/**
 * What the link in a guest's letter holds, for rooms that know nothing of tickets. Whoever has the link has the mailbox it went to, or was given
 * it in person: it says who they are for what it holds, and for nothing else.
 */
public interface HeldByLink {

    /** @throws NotFoundException when it is nobody's link, or that of somebody with an account, who signs in */
    Holder holder(String secret);

    /**
     * Who has the link.
     *
     * @param mail where letters about it go, "" where none was given
     * @param record page of the staff's desk with what the link holds
     */
    record Holder(String name, String mail, String record) {}
}
