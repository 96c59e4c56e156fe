package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import tsunagu.company.MemberRepository.Mine;
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

    /** As it is stored now; for a change, under whose transaction it is read. */
    Optional<Member> member() {
        return membership().flatMap(each -> members.member(each.id(), each.member()));
    }

    Optional<Mine> membership() {
        Optional<Mine> found = found();
        found.ifPresent(each -> currentActor.acted(each.id()));
        return found;
    }

    /** All of them: read once in a request, and by each change for itself. */
    List<Mine> mine() {
        long account = currentActor.get().accountId();
        return currentActor.once(List.of("own companies"), () -> members.mine(account));
    }

    private Optional<Mine> found() {
        List<Mine> all = mine();
        Acting said = currentActor.acting();
        Optional<Mine> chosen = all.stream()
                .filter(each -> Long.valueOf(each.id()).equals(said.company()))
                .findFirst();
        if (chosen.isPresent() || said.stated()) {
            return chosen;
        }
        Long last = all.size() > 1
                ? members.lastChosen(currentActor.get().accountId()).orElse(null)
                : null;
        return all.stream()
                .filter(each -> Long.valueOf(each.id()).equals(last))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    @Override
    public Optional<Long> company() {
        return currentActor.get().signedIn() ? membership().map(Mine::id) : Optional.empty();
    }

    @Override
    public List<Long> companies() {
        return currentActor.get().signedIn() ? mine().stream().map(Mine::id).toList() : List.of();
    }
}
