package tsunagu.review;

import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyName;
import tsunagu.shared.DomainException;

/** What each kind of submission has of its own: its rules, and how it becomes public. */
public interface SubmissionKind<S extends Submission> {

    SubmissionLists.Kind list();

    /** @param publishedId of the published one it changes, or null */
    S begun(String code, long companyId, Long publishedId, Map<String, String> answers, Long by);

    /** What the rules say of these answers today. */
    List<Finding> findings(long companyId, Map<String, String> answers);

    /** The answers that are public now. */
    Map<String, String> published(long publishedId);

    /** @throws DomainException when what is public was ended: nothing is changed any more */
    void requireNotEnded(long publishedId);

    /** Makes it public in place of the edition before, or as something new. */
    Publication publish(S submission, CompanyName company);

    /**
     * @param id of what is public now
     * @param code of the same, as in addresses
     */
    record Publication(long id, String code) {}
}
