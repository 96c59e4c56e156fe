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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.account.AccountContact;
import tsunagu.account.AccountService;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.Letter;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;

/** Companies ask to be admitted; staff admit them, send them back, or refuse. */
@ApplicationScoped
@Transactional
public class AdmissionService implements StaffWork {

    private static final int CODE_LENGTH = 8;

    @Inject
    private ContactRepository contacts;

    @Inject
    private ChangeReason reason;

    @Inject
    private MemberRepository members;

    @Inject
    private ChosenCompany chosen;

    @Inject
    private CompanyRepository companies;

    @Inject
    private CompanyService companyService;

    @Inject
    private AccountService accounts;

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
        if (!members.mine(account).isEmpty()) {
            throw new DomainException("company.error.admitted");
        }
        Optional<Admission> before = members.admissionOf(account)
                .filter(admission -> admission.view().state() != AdmissionState.REFUSED);
        if (before.isEmpty()) {
            Admission admission = new Admission(Secrets.name(CODE_LENGTH), account, form, clock.instant());
            members.add(admission);
            received(admission);
            return;
        }
        seen(before.get(), seenVersion);
        before.get().submitAgain(form, clock.instant());
        received(before.get());
    }

    /** Who asked is told that it came; a company that is there already is told that somebody uses its number. */
    private void received(Admission admission) {
        tell(admission, "company.letter.asked", "/company/admission");
        sameNumber(admission, companies.identities())
                .filter(company -> !members.of(company).isEmpty())
                .ifPresent(company -> letters.fire(Letter.toCompany(
                        company,
                        "joining " + admission.code() + " " + clock.instant(),
                        "company.letter.joining",
                        "/company/members",
                        companies.get(company).named().name())));
    }

    private Optional<Long> sameNumber(Admission admission, List<CompanyRepository.Identity> known) {
        String number = admission.view().form().corporateNumber();
        return known.stream()
                .filter(each -> !number.isEmpty() && number.equals(each.corporateNumber()))
                .map(each -> each.company().id())
                .findFirst();
    }

    /** Requests with the own company's number: for its owners, who know whether that is one of theirs. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<Joining> joining() {
        Member self = chosen.member().orElse(null);
        if (self == null || self.role() != MemberRole.OWNER) {
            return List.of();
        }
        List<CompanyRepository.Identity> known = companies.identities();
        List<Admission> asking = members.admissions(AdmissionState.SUBMITTED).stream()
                .filter(each -> sameNumber(each, known)
                        .filter(company -> company == self.companyId())
                        .isPresent())
                .toList();
        Map<Long, AccountContact> contacts =
                accounts.contacts(asking.stream().map(Admission::applicantId).toList());
        return asking.stream()
                .map(each -> new Joining(
                        each.code(),
                        contacts.get(each.applicantId()).person(),
                        contacts.get(each.applicantId()).name(),
                        contacts.get(each.applicantId()).email(),
                        each.view().form().phone(),
                        each.view().submittedAt(),
                        each.view().version()))
                .toList();
    }

    /** An owner knows them: they join as editors. */
    @UseCase(allow = Role.COMPANY)
    public void welcome(String code, int seenVersion) {
        Admission admission = asking(code);
        seen(admission, seenVersion);
        long company = chosen.member().orElseThrow().companyId();
        admission.admit(company, clock.instant());
        members.add(new Member(company, admission.applicantId(), MemberRole.EDITOR, clock.instant()));
        tell(admission, "company.letter.admitted", "/company");
    }

    /** An owner does not know them: the request ends, and staff do not let them in either. */
    @UseCase(allow = Role.COMPANY)
    public void turnAway(String code, int seenVersion) {
        Admission admission = asking(code);
        seen(admission, seenVersion);
        admission.refuse(Words.japanese("company.joining.refused"), clock.instant());
        tell(admission, "company.letter.refused", "/company/admission");
    }

    private Admission asking(String code) {
        if (joining().stream().noneMatch(each -> each.code().equals(code))) {
            throw new NotFoundException("joining " + code);
        }
        return get(code);
    }

    /** Who asks: staff judge a person and not only a number. */
    @UseCase(allow = Role.STAFF, changes = false)
    public AccountContact applicant(String code) {
        long applicant = get(code).applicantId();
        return accounts.contacts(List.of(applicant)).get(applicant);
    }

    /** Candidates that have people of their own, who were told that somebody asks. */
    @UseCase(allow = Role.STAFF, changes = false)
    public Set<Long> withMembers() {
        return members.companiesWithMembers();
    }

    /** Everything that is wrong beyond the form of the fields. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public List<DomainException> faults(AdmissionForm form) {
        return Admission.faults(form);
    }

    /** The own request, the last one when there were several. */
    @UseCase(allow = Role.COMPANY, changes = false)
    public Optional<AdmissionView> mine() {
        return members.admissionOf(currentActor.get().accountId()).map(Admission::view);
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        return Waiting.of(
                "company.work.admission",
                "/staff/review?kind=COMPANY",
                waiting().stream().map(AdmissionView::submittedAt).toList());
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
    public CompanyName admit(String code, int seenVersion, boolean another, Set<AdmissionCheck> checked) {
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
        if (!checked.isEmpty()) {
            reason.because(checked.stream()
                    .sorted()
                    .map(each -> Words.japanese("company.check." + each))
                    .collect(Collectors.joining(Words.japanese("web.listSeparator"))));
        }
        CompanyName company = companyService.enter(form.profile());
        contacts.put(company.id(), new CompanyContact("", form.phone()), clock.instant());
        admission.admit(company.id(), clock.instant());
        members.add(new Member(company.id(), admission.applicantId(), MemberRole.OWNER, clock.instant()));
        tell(admission, "company.letter.admitted", "/company");
        return company;
    }

    /**
     * The company is there already: the person joins it, and everybody who acts for it is told.
     *
     * @param asked that the company was asked at the number the city has, needed where it has people already
     */
    @UseCase(allow = Role.STAFF)
    public CompanyName join(String code, int seenVersion, long companyId, boolean asked) {
        Admission admission = get(code);
        seen(admission, seenVersion);
        if (candidates(admission.view().form()).stream()
                .noneMatch(each -> each.company().id() == companyId)) {
            throw new NotFoundException("candidate " + companyId);
        }
        if (!asked && !members.of(companyId).isEmpty()) {
            throw new DomainException("company.error.askFirst");
        }
        admission.admit(companyId, clock.instant());
        if (contacts.of(companyId).isEmpty()) {
            contacts.put(
                    companyId, new CompanyContact("", admission.view().form().phone()), clock.instant());
        }
        MemberRole role = members.of(companyId).isEmpty() ? MemberRole.OWNER : MemberRole.EDITOR;
        members.add(new Member(companyId, admission.applicantId(), role, clock.instant()));
        tell(admission, "company.letter.admitted", "/company");
        letters.fire(Letter.toCompany(
                companyId,
                "joined " + code + " " + clock.instant(),
                "company.letter.joined",
                "/company/members",
                companies.get(companyId).named().name()));
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
