package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import tsunagu.shared.ActsFor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.CurrentActor.Acting;

/**
 * For which of their companies somebody acts: the one their form was opened for, the one this session is for, the one they chose
 * last, or the one they joined first. The session stays with what is found here first, whatever another session chooses. A form that was opened for a company they have left meanwhile acts for none, and never for another one.
 */
@ApplicationScoped
class ChosenCompany implements ActsFor {

    @Inject
    private MemberRepository members;

    @Inject
    private CurrentActor currentActor;

    Optional<Member> member() {
        Optional<Member> member = found();
        member.ifPresent(each -> currentActor.acted(each.companyId()));
        return member;
    }

    private Optional<Member> found() {
        List<Member> all = members.ofAccount(currentActor.get().accountId());
        Acting said = currentActor.acting();
        Optional<Member> chosen = all.stream()
                .filter(each -> Long.valueOf(each.companyId()).equals(said.company()))
                .findFirst();
        if (chosen.isPresent() || said.stated()) {
            return chosen;
        }
        Long last = all.size() > 1
                ? members.lastChosen(currentActor.get().accountId()).orElse(null)
                : null;
        return all.stream()
                .filter(each -> Long.valueOf(each.companyId()).equals(last))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    @Override
    public Optional<Long> company() {
        return currentActor.get().signedIn() ? member().map(Member::companyId) : Optional.empty();
    }

    @Override
    public List<Long> companies() {
        return currentActor.get().signedIn()
                ? members.ofAccount(currentActor.get().accountId()).stream()
                        .map(Member::companyId)
                        .toList()
                : List.of();
    }
}
