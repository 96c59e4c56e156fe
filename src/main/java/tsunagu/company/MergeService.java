package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.audit.ChangeReason;
import tsunagu.company.CompanyCandidate.Likeness;
import tsunagu.search.Kind;
import tsunagu.search.SearchIndex;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Locks;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/** Staff find companies that were entered twice, and make one of them. */
@ApplicationScoped
@Transactional
public class MergeService {

    @Inject
    private Locks locks;

    @Inject
    private CompanyRepository companies;

    @Inject
    private MemberRepository members;

    @Inject
    private SearchIndex index;

    @Inject
    private Event<CompanyMerged> merged;

    @Inject
    private ChangeReason reason;

    @Inject
    private Clock clock;

    /** Two companies that look like one. */
    public record Pair(CompanyName one, CompanyName other, Set<Likeness> same) {}

    /** Pairs with the same folded name, or the same reading and address. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Pair> lookAlikes() {
        Map<String, List<CompanyRepository.Identity>> byKey = new HashMap<>();
        for (CompanyRepository.Identity each : companies.identities()) {
            byKey.computeIfAbsent("n" + NameFold.of(each.company().name()), key -> new ArrayList<>())
                    .add(each);
            String place = NameFold.of(each.company().reading()) + " " + NameFold.of(String.valueOf(each.address()));
            byKey.computeIfAbsent("r" + place, key -> new ArrayList<>()).add(each);
        }
        Map<Set<Long>, Pair> pairs = new HashMap<>();
        byKey.forEach((key, group) -> {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    Pair pair = pair(group.get(i), group.get(j));
                    pairs.put(Set.of(pair.one().id(), pair.other().id()), pair);
                }
            }
        });
        return pairs.values().stream()
                .sorted(java.util.Comparator.comparing(pair -> pair.one().reading()))
                .toList();
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public CompanyProfile page(String code) {
        return companies.byCode(code).page();
    }

    /**
     * Everything of the first company becomes the other one's, and its address leads there. It cannot be taken back.
     *
     * @param why kept in the trail
     */
    @UseCase(allow = Role.STAFF)
    public void merge(String code, String intoCode, String why) {
        String said = GivenReason.of(why, GivenReason.LONGEST, "company.error.commentMissing", "company.error.long");
        Company from = companies.byCode(code);
        Company into = companies.byCode(intoCode);
        companies.take(from.id(), into.id());
        // Asked as they are now: two merges crosswise must not make a ring.
        if (from.id().equals(into.id())
                || locks.fresh(from).merged()
                || locks.fresh(into).merged()) {
            throw new DomainException("company.error.merge");
        }
        reason.because(said);
        members.move(from.id(), into.id(), clock.instant());
        String number = from.mergeInto(into.id(), clock.instant());
        companies.written();
        into.inherit(number);
        index.remove(Kind.COMPANY, from.id());
        merged.fire(new CompanyMerged(from.named(), into.named()));
    }

    private static Pair pair(CompanyRepository.Identity one, CompanyRepository.Identity other) {
        Set<Likeness> same = EnumSet.noneOf(Likeness.class);
        if (NameFold.of(one.company().name()).equals(NameFold.of(other.company().name()))) {
            same.add(Likeness.NAME);
        }
        if (NameFold.of(one.company().reading())
                .equals(NameFold.of(other.company().reading()))) {
            same.add(Likeness.READING);
        }
        if (NameFold.of(String.valueOf(one.address())).equals(NameFold.of(String.valueOf(other.address())))) {
            same.add(Likeness.ADDRESS);
        }
        return new Pair(one.company(), other.company(), same);
    }
}
