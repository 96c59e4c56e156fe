package tsunagu.city;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import tsunagu.shared.CityTablesChanged;
import tsunagu.shared.ConflictException;
import tsunagu.shared.FirstSteps;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.Upload;
import tsunagu.shared.UseCase;

/** The door of the city room. */
@ApplicationScoped
@Transactional
public class CityOfficeService implements FirstSteps {

    /** 全国地方公共団体コード of Ichinoseki. */
    private static final String SHIPPED = "032093";

    @Inject
    private CityOfficeRepository offices;

    @Inject
    private Event<CityTablesChanged> changed;

    @UseCase(anyone = true, changes = false)
    public CityOfficeView office() {
        CityOffice office = offices.get();
        return new CityOfficeView(office.contact(), office.mailHours(), office.municipality(), office.version());
    }

    /** @throws ConflictException when it is no longer as it was seen */
    @UseCase(allow = Role.ADMINISTRATOR)
    public void set(@Valid CityOfficeForm form, int seenVersion) {
        CityOffice office = offices.get();
        if (office.version() != seenVersion) {
            throw new ConflictException();
        }
        office.set(form);
        changed.fire(new CityTablesChanged());
    }

    /** The city's crest; empty for none. */
    @UseCase(anyone = true, changes = false)
    public Optional<Upload> crest() {
        return offices.crest();
    }

    /** @param picture drawn anew from what came in */
    @UseCase(allow = Role.ADMINISTRATOR)
    public void setCrest(Upload picture) {
        offices.putCrest(picture, Secrets.digest(Base64.getEncoder().encodeToString(picture.content())));
        changed.fire(new CityTablesChanged());
    }

    @UseCase(allow = Role.ADMINISTRATOR)
    public void removeCrest() {
        offices.removeCrest();
        changed.fire(new CityTablesChanged());
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public FirstSteps.Step firstStep() {
        return new FirstSteps.Step(
                1,
                "city.firstStep",
                "city.firstStep.hint",
                named(offices.get()),
                "/staff/contact",
                Set.of(Role.ADMINISTRATOR));
    }

    /** Another city still has the name that ships: its code is whose portal it was made for. */
    private static boolean named(CityOffice office) {
        return !office.contact().none()
                && !(ReferenceTable.otherCity() && office.municipality().code().equals(SHIPPED));
    }
}
