package tsunagu.company.web;

import static tsunagu.shared.Role.COMPANY;
import static tsunagu.shared.Role.STAFF;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room company, and who may open them. */
public final class CompanyRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.forRoles("/company/choose", "/pages/company/choose.xhtml", COMPANY),
                Route.forRoles("/company/admission", "/pages/company/admission.xhtml", COMPANY),
                Route.forRoles("/company/invitations/{secret}", "/pages/company/invitation.xhtml", COMPANY),
                Route.forRoles("/company/members", "/pages/company/members.xhtml", COMPANY),
                Route.forRoles("/company/pictures", "/internal/company-picture", COMPANY)
                        .withFile(),
                Route.forRoles("/company/profile", "/pages/company/profile.xhtml", COMPANY),
                Route.forRoles("/company/survey", "/pages/company/survey.xhtml", COMPANY),
                Route.open("/for-companies", "/pages/company/for-companies.xhtml"),
                Route.forRoles("/staff/company-finder", "/internal/company-finder", STAFF),
                Route.forRoles("/staff/companies", "/pages/staff/companies.xhtml", STAFF),
                Route.forRoles("/staff/companies/duplicates", "/pages/staff/duplicates.xhtml", STAFF),
                Route.forRoles("/staff/companies/import", "/pages/staff/company-import.xhtml", STAFF)
                        .withTable(),
                Route.forRoles("/staff/companies/{company}/history", "/pages/staff/company-history.xhtml", STAFF),
                Route.forRoles("/staff/companies/{company}/merge/{into}", "/pages/staff/merge.xhtml", STAFF),
                Route.forRoles("/staff/review/companies/{admission}", "/pages/staff/review-company.xhtml", STAFF),
                Route.forRoles("/staff/review/names/{change}", "/pages/staff/review-name.xhtml", STAFF),
                Route.forRoles("/staff/survey", "/pages/staff/survey.xhtml", STAFF));
    }
}
