package tsunagu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tsunagu.shared.UseCase;

/** What is grave asks again who it is: the whole list. Whoever takes something from it, or adds to it, says so here and in decision 0040. */
class FreshUseCasesTest {

    @Test
    void what_is_grave_asks_again_who_it_is() {
        var fresh = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("tsunagu").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(UseCase.class)
                                && method.getAnnotationOfType(UseCase.class).fresh())
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .collect(Collectors.toSet());
        assertThat(fresh)
                .containsExactlyInAnyOrder(
                        "AccountService.invite",
                        "AccountService.setRoles",
                        "SecondFactorService.answerReset",
                        "PasskeyService.add",
                        "PasskeyService.remove",
                        "ProviderLinkService.requireLinkable",
                        "ProviderLinkService.link",
                        "ProviderLinkService.unlink",
                        "PeopleService.merge",
                        "PeopleService.mergeAll",
                        "IntakeService.rosterToTake",
                        "RosterList.each",
                        "OfficialService.approve",
                        "OfficialService.approveAll",
                        "OfficialService.close",
                        "OfficialService.reopen",
                        "OfficialService.reopenYear",
                        "LockExceptionService.grant");
    }
}
