package tsunagu.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import tsunagu.company.CompanyChanged;
import tsunagu.company.CompanyService;
import tsunagu.search.SearchIndex;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** What is done with postings. */
@ApplicationScoped
@Transactional
public class PostingService {

    private static final int CODE_LENGTH = 8;

    @Inject
    private PostingRepository postings;

    @Inject
    private CompanyService companies;

    @Inject
    private SearchIndex index;

    @Inject
    private Clock clock;

    /** @return the posting's code, the last part of its address */
    @UseCase(allow = Role.STAFF)
    public String publish(long companyId, @Valid JobTerms job) {
        Posting posting = new Posting(Secrets.name(CODE_LENGTH), companyId, job, clock.instant());
        postings.add(posting);
        index.put(PostingEntries.entry(posting, companies.held(companyId)));
        return posting.code();
    }

    /** A new edition of the terms; the earlier ones stay readable. */
    @UseCase(allow = Role.STAFF)
    public void revise(String code, @Valid JobTerms job) {
        Posting posting = postings.get(code);
        posting.revise(job, clock.instant());
        index.put(PostingEntries.entry(posting, companies.held(posting.companyId())));
    }

    /** Ends it now: from this instant it is closed everywhere. */
    @UseCase(allow = Role.STAFF)
    public void end(String code) {
        Posting posting = postings.get(code);
        posting.end(clock.instant());
        index.put(PostingEntries.entry(posting, companies.held(posting.companyId())));
    }

    void followCompany(@Observes CompanyChanged change) {
        postings.of(change.company().id())
                .forEach(posting -> index.put(PostingEntries.entry(posting, change.company())));
    }
}
