package tsunagu.city;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.shared.Area;
import tsunagu.shared.Areas;
import tsunagu.shared.InstallationSettings;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.Worded;

/** Whose portal it is, and what of the city comes from tables. */
@ApplicationScoped
public class CitySettings implements InstallationSettings {

    private static final String PAGE = "/staff/contact";

    private static final String BOOK = "/staff/plan-book";

    @Inject
    private CityOfficeService offices;

    @Override
    public List<Setting> settings() {
        CityOfficeView view = offices.office();
        return List.of(
                Setting.onPage(
                        Group.CITY,
                        "city.setting.name",
                        Stream.of(
                                        view.municipality().prefecture(),
                                        view.municipality().name(),
                                        view.municipality().code())
                                .collect(Collectors.joining(" ")),
                        PAGE),
                Setting.onPage(
                        Group.CITY,
                        "city.setting.contact",
                        Stream.of(
                                        view.contact().office(),
                                        view.contact().phone(),
                                        view.contact().hours(),
                                        view.contact().mail())
                                .filter(each -> !each.isEmpty())
                                .collect(Collectors.joining(" / ")),
                        PAGE),
                Setting.onPage(
                        Group.MAIL,
                        "city.setting.mailHours",
                        view.mailHours().from() + ":00\u2013" + view.mailHours().until() + ":00",
                        PAGE),
                Setting.onServer(
                        Group.CITY,
                        "city.setting.shipped",
                        Worded.by(ReferenceTable.otherCity() ? "city.setting.otherCity" : "city.setting.ownCity"),
                        "TSUNAGU_CITY"),
                Setting.onServer(
                        Group.CITY,
                        "city.setting.tables",
                        ReferenceTable.replacing().orElse(""),
                        "TSUNAGU_REFERENCE"),
                Setting.onPage(
                        Group.CITY,
                        "city.setting.areas",
                        Areas.all().stream().map(Area::name).collect(Collectors.joining(", ")),
                        BOOK));
    }
}
