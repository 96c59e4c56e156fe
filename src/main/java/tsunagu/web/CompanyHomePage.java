package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import tsunagu.shared.CompanyWork;

/** What a company would do next, asked from the rooms. */
@Named
@RequestScoped
public class CompanyHomePage {

    @Inject
    @Any
    private Instance<CompanyWork> rooms;

    private List<CompanyWork.Step> steps;

    public List<CompanyWork.Step> getSteps() {
        if (steps == null) {
            steps = rooms.stream()
                    .flatMap(each -> each.companyWork().stream())
                    .sorted(Comparator.comparing(CompanyWork.Step::urgency)
                            .thenComparing(CompanyWork.Step::until, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(CompanyWork.Step::since, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(CompanyWork.Step::text))
                    .toList();
        }
        return steps;
    }
}
