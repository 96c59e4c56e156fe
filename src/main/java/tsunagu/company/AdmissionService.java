package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** Companies ask to be admitted; staff admit them, send them back, or refuse. */
@ApplicationScoped
@Transactional
public class AdmissionService {

    private static final int CODE_LENGTH = 8;

    @Inject
    private MemberRepository members;

    @Inject
    private CompanyRepository companies;

    @Inject
    private CompanyService companyService;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /**
     * Asks for the first time, or again after the city has sent it back.
     *
     * @param seenVersion of the request that is sent again; -1 for a first one
     */
    @UseCase(allow = Role.COMPANY)
    public void submit(int seenVersion, @Valid AdmissionForm form) {
        long account = currentActor.get().accountId();
        if (members.ofAccount(account).isPresent()) {
            throw new DomainException("company.error.member");
        }
        Optional<Admission> before = members.admissionOf(account)
                .filter(admission -> admission.view().state() != AdmissionState.REFUSED);
        if (before.isEmpty()) {
            members.add(new Admission(Secrets.name(CODE_LENGTH), account, form, clock.instant()));
            return;
        }
        seen(before.get(), seenVersion);
        before.get().submitAgain(form, clock.instant());
    }

    /** The own request, the last one when there were several. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<AdmissionView> mine() {
        return members.admissionOf(currentActor.get().accountId()).map(Admission::view);
    }

    /** Requests that wait for the city, the oldest first. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<AdmissionView> waiting() {
        return members.admissions(AdmissionState.SUBMITTED).stream()
                .map(Admission::view)
                .toList();
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public AdmissionView admission(String code) {
        return get(code).view();
    }

    /** Whether its name, reading or website looks like that of a public body: a mark for those who decide. */
    @UseCase(allow = Role.STAFF, changes = false)
    public boolean official(String code) {
        AdmissionForm form = get(code).view().form();
        return PublicBodies.like(new PublicName(form.name(), form.reading(), form.website()));
    }

    /** Admitted companies that may be the same one. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<CompanyCandidate> candidates(String code) {
        return candidates(get(code).view().form());
    }

    /**
     * Admits it as a new company; the person who asked becomes its owner.
     *
     * @param another true when staff looked at the candidates and found it to be another company
     */
    @UseCase(allow = Role.STAFF)
    public CompanyName admit(String code, int seenVersion, boolean another) {
        Admission admission = get(code);
        seen(admission, seenVersion);
        AdmissionForm form = admission.view().form();
        List<CompanyCandidate> candidates = candidates(form);
        if (candidates.stream().anyMatch(CompanyCandidate::certain)) {
            throw new DomainException("company.error.numberTaken");
        }
        if (!another && !candidates.isEmpty()) {
            throw new DomainException("company.error.lookAtCandidates");
        }
        CompanyName company = companyService.enter(form.profile());
        admission.admit(company.id(), clock.instant());
        members.add(new Member(company.id(), admission.applicantId(), MemberRole.OWNER, clock.instant()));
        tell(admission, "company.letter.admitted", "/company");
        return company;
    }

    /** The company is there already: the person joins it. */
    @UseCase(allow = Role.STAFF)
    public CompanyName join(String code, int seenVersion, long companyId) {
        Admission admission = get(code);
        seen(admission, seenVersion);
        if (candidates(admission.view().form()).stream().noneMatch(each -> each.company().id() == companyId)) {
            throw new NotFoundException("candidate " + companyId);
        }
        admission.admit(companyId, clock.instant());
        MemberRole role = members.of(companyId).isEmpty() ? MemberRole.OWNER : MemberRole.EDITOR;
        members.add(new Member(companyId, admission.applicantId(), role, clock.instant()));
        tell(admission, "company.letter.admitted", "/company");
        return companies.get(companyId).named();
    }

    /** @param comment what the company has to mend */
    @UseCase(allow = Role.STAFF)
    public void sendBack(String code, int seenVersion, String comment) {
        Admission admission = get(code);
        seen(admission, seenVersion);
        admission.sendBack(comment, clock.instant());
        tell(admission, "company.letter.sentBack", "/company/admission");
    }

    @UseCase(allow = Role.STAFF)
    public void refuse(String code, int seenVersion, String comment) {
        Admission admission = get(code);
        seen(admission, seenVersion);
        admission.refuse(comment, clock.instant());
        tell(admission, "company.letter.refused", "/company/admission");
    }

    private void tell(Admission admission, String text, String path) {
        letters.fire(Letter.toAccount(
                admission.applicantId(),
                "admission " + admission.view().code() + " " + clock.instant(),
                text,
                path,
                admission.view().form().name(),
                admission.view().comment()));
    }

    private Admission get(String code) {
        return members.admission(code).orElseThrow(() -> new NotFoundException("admission " + code));
    }

    private static void seen(Admission admission, int version) {
        if (admission.view().version() != version) {
            throw new ConflictException();
        }
    }

    private List<CompanyCandidate> candidates(AdmissionForm form) {
        String name = NameFold.of(form.name());
        String address = NameFold.of(form.address());
        List<CompanyCandidate> found = new ArrayList<>();
        for (CompanyRepository.Identity each : companies.identities()) {
            Set<CompanyCandidate.Likeness> same = EnumSet.noneOf(CompanyCandidate.Likeness.class);
            if (!form.corporateNumber().isEmpty() && form.corporateNumber().equals(each.corporateNumber())) {
                same.add(CompanyCandidate.Likeness.NUMBER);
            }
            if (NameFold.of(each.company().name()).equals(name)) {
                same.add(CompanyCandidate.Likeness.NAME);
            }
            if (NameFold.of(each.company().reading()).equals(NameFold.of(form.reading()))) {
                same.add(CompanyCandidate.Likeness.READING);
            }
            if (each.address() != null && NameFold.of(each.address()).equals(address)) {
                same.add(CompanyCandidate.Likeness.ADDRESS);
            }
            if (!same.isEmpty()) {
                found.add(new CompanyCandidate(each.company(), same));
            }
        }
        return found;
    }
}
