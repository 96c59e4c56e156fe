package tsunagu.privacy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.privacy.RetentionService;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalRegister;
import tsunagu.shared.Words;

/** The dry run: what goes tonight and in the next thirty days, by the rules of the register. */
@Named
@RequestScoped
public class RetentionPage {

    @Inject
    private RetentionService retention;

    private List<Rule> rules;

    /** @param files of the register, and which of their items @param then what becomes of it */
    public record Rule(
            String name,
            String files,
            String items,
            String keep,
            String then,
            long tonight,
            Long soon,
            LocalDate lastDay,
            Long gone) {}

    public List<Rule> getRules() {
        if (rules == null) {
            rules = retention.dryRun().stream()
                    .map(each -> new Rule(
                            each.keep().name(),
                            files(each.keep()),
                            items(each.keep()),
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

    /** By the register, which says it of the same rule. */
    private static String files(Keep keep) {
        return PersonalRegister.all().stream()
                .filter(file ->
                        file.items().stream().anyMatch(each -> each.keep().equals(keep)))
                .map(file -> Words.japanese("privacy.file." + file.name()))
                .collect(Collectors.joining(Words.japanese("privacy.comma")));
    }

    private static String items(Keep keep) {
        return PersonalRegister.all().stream()
                .flatMap(file -> file.items().stream())
                .filter(each -> each.keep().equals(keep))
                .map(each -> Words.japanese("privacy.item." + each.name()))
                .distinct()
                .collect(Collectors.joining(Words.japanese("privacy.comma")));
    }
}
