package tsunagu.privacy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import tsunagu.privacy.RetentionService;

/** The dry run: what goes tonight and in the next thirty days, by the rules of the register. */
@Named
@RequestScoped
public class RetentionPage {

    @Inject
    private RetentionService retention;

    private List<Rule> rules;

    /** @param then what becomes of it */
    public record Rule(String name, String keep, String then, long tonight, Long soon, LocalDate lastDay, Long gone) {}

    public List<Rule> getRules() {
        if (rules == null) {
            rules = retention.dryRun().stream()
                    .map(each -> new Rule(
                            each.keep().name(),
                            KeepWords.of(each.keep()),
                            KeepWords.then(each.keep()),
                            each.tonight(),
                            each.soon(),
                            each.lastDay(),
                            each.gone()))
                    .toList();
        }
        return rules;
    }
}
