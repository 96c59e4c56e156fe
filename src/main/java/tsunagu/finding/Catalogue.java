package tsunagu.finding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tsunagu.search.Kind;
import tsunagu.shared.MovedException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Cards and pages, one statement each. */
@ApplicationScoped
@Transactional
public class Catalogue {

    /** A company's picture as stored. */
    public record StoredPicture(String mediaType, byte[] content) {}

    @Inject
    private FindingQueries rows;

    @Inject
    private Clock clock;

    @UseCase(anyone = true, changes = false)
    public List<CompanyCard> companies(Collection<Long> ids) {
        return rows.inOrder("finding_company_card", ids, CompanyCard::read, CompanyCard::id);
    }

    @UseCase(anyone = true, changes = false)
    public List<JobCard> jobs(Collection<Long> ids) {
        return rows.inOrder("finding_job_card", ids, JobCard::read, JobCard::id);
    }

    @UseCase(anyone = true, changes = false)
    public List<InternshipCard> internships(Collection<Long> ids) {
        return rows.inOrder("finding_internship_card", ids, InternshipCard::read, InternshipCard::id);
    }

    @UseCase(anyone = true, changes = false)
    public List<EventCard> events(Collection<Long> ids) {
        Instant now = clock.instant();
        return rows.inOrder("finding_event_card", ids, row -> EventCard.read(row, now), EventCard::id);
    }

    /** @throws NotFoundException when there is no such company */
    @UseCase(anyone = true, changes = false)
    public CompanyPageView company(String code) {
        return rows.one("finding_public_company_page", code, CompanyPageView::read)
                .orElseThrow(() -> movedOrMissing(code));
    }

    private RuntimeException movedOrMissing(String code) {
        return rows.mergedInto(code)
                .<RuntimeException>map(into -> new MovedException("/companies/" + into))
                .orElseGet(() -> new NotFoundException("company " + code));
    }

    /** @throws NotFoundException when there is no such posting; a closed one is there */
    @UseCase(anyone = true, changes = false)
    public JobPageView job(String code) {
        return rows.one("finding_job_page", code, JobPageView::read)
                .filter(job -> !clock.instant().isBefore(job.card().window().from()))
                .orElseThrow(() -> new NotFoundException("posting " + code));
    }

    @UseCase(anyone = true, changes = false)
    public InternshipPageView internship(String code) {
        return rows.one("finding_internship_page", code, InternshipPageView::read)
                .filter(internship ->
                        !clock.instant().isBefore(internship.card().window().from()))
                .orElseThrow(() -> new NotFoundException("internship " + code));
    }

    /** @throws NotFoundException when there is no such event or it was never published */
    @UseCase(anyone = true, changes = false)
    public EventPageView event(String code) {
        Instant now = clock.instant();
        return rows.one("finding_event_page", code, row -> EventPageView.read(row, now))
                .orElseThrow(() -> new NotFoundException("event " + code));
    }

    /**
     * An event as its page will show it, published or not.
     *
     * @throws NotFoundException when there is no such event
     */
    @UseCase(allow = Role.STAFF, changes = false)
    public EventPageView draft(String code) {
        Instant now = clock.instant();
        return rows.one("finding_event_draft_page", code, row -> EventPageView.read(row, now))
                .orElseThrow(() -> new NotFoundException("event " + code));
    }

    /** Companies by their codes, in the order asked for; unknown ones are left out. */
    @UseCase(anyone = true, changes = false)
    public List<CompanyPageView> companiesByCode(List<String> codes) {
        return byCode("finding_public_company_page", codes, CompanyPageView::read, CompanyPageView::code);
    }

    @UseCase(anyone = true, changes = false)
    public List<JobPageView> jobsByCode(List<String> codes) {
        Instant now = clock.instant();
        return byCode("finding_job_page", codes, JobPageView::read, job -> job.card()
                        .code())
                .stream()
                .filter(job -> !now.isBefore(job.card().window().from()))
                .toList();
    }

    @UseCase(anyone = true, changes = false)
    public List<InternshipPageView> internshipsByCode(List<String> codes) {
        Instant now = clock.instant();
        return byCode("finding_internship_page", codes, InternshipPageView::read, each -> each.card()
                        .code())
                .stream()
                .filter(each -> !now.isBefore(each.card().window().from()))
                .toList();
    }

    @UseCase(anyone = true, changes = false)
    public List<EventPageView> eventsByCode(List<String> codes) {
        Instant now = clock.instant();
        return byCode("finding_event_page", codes, row -> EventPageView.read(row, now), event -> event.card()
                .code());
    }

    /** Last change of records, for the sitemap: becoming public is one, however long before it was written. */
    @UseCase(anyone = true, changes = false)
    public Map<Long, Instant> changedAt(Kind kind, Collection<Long> ids) {
        return rows.changedAt(kind, ids);
    }

    @UseCase(anyone = true, changes = false)
    public StoredPicture picture(String companyCode, int number) {
        return rows.picture(companyCode, number)
                .orElseThrow(() -> new NotFoundException("picture " + companyCode + "/" + number));
    }

    private <T> List<T> byCode(String view, List<String> codes, Rows.Reader<T> reader, Function<T, String> code) {
        List<T> found = rows.byCode(view, codes, reader);
        return codes.stream()
                .flatMap(
                        wanted -> found.stream().filter(each -> code.apply(each).equals(wanted)))
                .toList();
    }
}
