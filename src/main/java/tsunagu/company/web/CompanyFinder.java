package tsunagu.company.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;

/** Companies of the register by what somebody begins to type, for fields that offer them ({@code ts:finder}). */
@WebServlet("/internal/company-finder")
public class CompanyFinder extends HttpServlet {

    @Inject
    private transient CompanyService companies;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String words = request.getParameter("q");
        JsonArrayBuilder found = Json.createArrayBuilder();
        for (CompanyName each : companies.suggested(words == null ? "" : words)) {
            found.add(Json.createObjectBuilder()
                    .add("value", String.valueOf(each.id()))
                    .add("label", each.name())
                    .add("about", each.reading()));
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(found.build().toString());
    }
}
