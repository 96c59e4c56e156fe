package tsunagu.opendata.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import tsunagu.event.SessionOutcome;
import tsunagu.event.SessionView;
import tsunagu.finding.CompanyPageView;
import tsunagu.finding.EventPageView;
import tsunagu.finding.JobPageView;
import tsunagu.posting.Term;
import tsunagu.shared.Area;
import tsunagu.shared.Areas;
import tsunagu.shared.Classification;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Html;
import tsunagu.shared.Words;
import tsunagu.web.PublicAddress;
import tsunagu.web.Web;

/** schema.org data as search engines ask for them (JobPosting, Organization, Event), always in Japanese. */
@Named
@RequestScoped
public class StructuredData {

    @Inject
    private PublicAddress address;

    @Inject
    private Web web;

    /** For open postings only: one that stays marked up after its end is held against the whole site. */
    public String job(JobPageView job) {
        JsonObjectBuilder value = Json.createObjectBuilder()
                .add("@type", "QuantitativeValue")
                .add("minValue", job.card().wageMin())
                .add("unitText", job.card().wageUnit().name());
        if (job.card().wageMax() != null) {
            value.add("maxValue", job.card().wageMax());
        }
        return text(thing("JobPosting")
                .add("title", job.card().title())
                .add("description", description(job))
                .add("datePosted", job.publicOn().toString())
                .add("validThrough", endOf(job.card().closesOn()).toString())
                .add("employmentType", employment(job))
                .add("directApply", false)
                .add(
                        "identifier",
                        Json.createObjectBuilder()
                                .add("@type", "PropertyValue")
                                .add("name", job.card().companyName())
                                .add("value", job.card().code()))
                .add(
                        "hiringOrganization",
                        Json.createObjectBuilder()
                                .add("@type", "Organization")
                                .add("name", job.card().companyName())
                                .add(
                                        "url",
                                        address.of("/companies/" + job.card().companyCode())))
                .add("jobLocation", place(job.card().area(), job.terms().getOrDefault(Term.PLACE, "")))
                .add(
                        "baseSalary",
                        Json.createObjectBuilder()
                                .add("@type", "MonetaryAmount")
                                .add("currency", "JPY")
                                .add("value", value))
                .add("url", address.of("/jobs/" + job.card().code())));
    }

    /** HTML inside JSON: the terms as paragraphs, every sign of the texts escaped. */
    private static String description(JobPageView job) {
        StringBuilder html = new StringBuilder();
        for (Map.Entry<Term, String> term : job.terms().entrySet()) {
            html.append("<p><b>")
                    .append(Html.escaped(Words.japanese("posting.term." + term.getKey())))
                    .append("</b><br>")
                    .append(Html.escaped(term.getValue()).replace("\n", "<br>"))
                    .append("</p>");
        }
        return html.toString();
    }

    private static JsonValue employment(JobPageView job) {
        return switch (job.card().employment()) {
            case REGULAR -> Json.createValue("FULL_TIME");
            case CONTRACT ->
                Json.createArrayBuilder().add("FULL_TIME").add("TEMPORARY").build();
            case PART_TIME -> Json.createValue("PART_TIME");
            case DISPATCH -> Json.createValue("TEMPORARY");
        };
    }

    public String company(CompanyPageView company) {
        JsonObjectBuilder organization = thing("Organization")
                .add("name", company.name())
                .add("description", company.summary())
                .add("url", address.of("/companies/" + company.code()))
                .add(
                        "address",
                        place(
                                        company.places().get(0).area(),
                                        company.places().get(0).address())
                                .build()
                                .getJsonObject("address"));
        if (company.founded() != null) {
            organization.add("foundingDate", company.founded().toString());
        }
        if (company.employees() != null) {
            organization.add(
                    "numberOfEmployees",
                    Json.createObjectBuilder().add("@type", "QuantitativeValue").add("value", company.employees()));
        }
        if (company.corporateNumber() != null) {
            organization.add("taxID", company.corporateNumber());
        }
        if (!company.website().isEmpty()) {
            organization.add("sameAs", company.website());
        }
        if (!company.pictures().isEmpty()) {
            organization.add("image", address.of("/companies/" + company.code() + "/pictures/0"));
        }
        return text(organization);
    }

    /** One Event for every session whose time is known; nothing when all are over. */
    public String event(EventPageView event) {
        JsonArrayBuilder sessions = Json.createArrayBuilder();
        boolean any = false;
        for (SessionView session : event.card().sessions()) {
            if (session.times().startsAt() != null && session.times().endsAt().isAfter(web.getNow())) {
                sessions.add(session(event, session));
                any = true;
            }
        }
        return any ? element(sessions.build().toString()) : "";
    }

    private JsonObjectBuilder session(EventPageView event, SessionView session) {
        String page = address.of("/events/" + event.card().code());
        String title = event.card().title() + (session.title().isEmpty() ? "" : " " + session.title());
        JsonObjectBuilder json = thing("Event")
                .add("name", title)
                .add("description", event.description().isEmpty() ? title : event.description())
                .add("startDate", at(session.times().startsAt()))
                .add("endDate", at(session.times().endsAt()))
                .add(
                        "eventStatus",
                        "https://schema.org/"
                                + (event.card().cancelled() || session.outcome() == SessionOutcome.NOT_HELD
                                        ? "EventCancelled"
                                        : "EventScheduled"))
                .add("eventAttendanceMode", "https://schema.org/" + mode(session))
                .add(
                        "organizer",
                        Json.createObjectBuilder()
                                .add("@type", "Organization")
                                .add("name", Words.japanese("web.municipality"))
                                .add("url", address.of("/")))
                .add("offers", offer(event, session, page))
                .add("url", page);
        JsonArrayBuilder locations = Json.createArrayBuilder();
        if (!session.place().isEmpty() || !session.online()) {
            locations.add(place(event.card().area(), session.place()).add("name", session.place()));
        }
        if (session.online()) {
            locations.add(
                    Json.createObjectBuilder().add("@type", "VirtualLocation").add("url", page));
        }
        return json.add("location", locations);
    }

    /** A price only where one number is said. */
    private JsonObjectBuilder offer(EventPageView event, SessionView session, String page) {
        JsonObjectBuilder offer = Json.createObjectBuilder()
                .add("@type", "Offer")
                .add("availability", "https://schema.org/" + (session.open() ? "InStock" : "SoldOut"))
                .add("validFrom", at(event.card().publishedAt()))
                .add("url", page);
        return event.fee() == null ? offer : offer.add("price", event.fee()).add("priceCurrency", "JPY");
    }

    private static String mode(SessionView session) {
        if (!session.online()) {
            return "OfflineEventAttendanceMode";
        }
        return session.place().isEmpty() ? "OnlineEventAttendanceMode" : "MixedEventAttendanceMode";
    }

    /** Of places outside the list only the street is known. */
    private static JsonObjectBuilder place(String area, String street) {
        JsonObjectBuilder postal =
                Json.createObjectBuilder().add("@type", "PostalAddress").add("addressCountry", "JP");
        Optional<Area> known = area == null ? Optional.empty() : Areas.find(area);
        known.filter(each -> Classification.PREFECTURES.has(each.prefecture())).ifPresent(each -> {
            postal.add(
                    "addressRegion",
                    Classification.PREFECTURES.get(each.prefecture()).name());
            postal.add("addressLocality", each.inside() ? Words.japanese("web.municipality") : each.name());
        });
        if (!street.isEmpty()) {
            postal.add("streetAddress", street);
        }
        return Json.createObjectBuilder().add("@type", "Place").add("address", postal);
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(FiscalYear.ZONE).toOffsetDateTime();
    }

    private static String at(java.time.Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS)
                .atZone(FiscalYear.ZONE)
                .toOffsetDateTime()
                .toString();
    }

    private static JsonObjectBuilder thing(String type) {
        return Json.createObjectBuilder().add("@context", "https://schema.org/").add("@type", type);
    }

    private static String text(JsonObjectBuilder json) {
        return element(json.build().toString());
    }

    private static String element(String json) {
        return "<script type=\"application/ld+json\">" + escapedForHtml(json) + "</script>";
    }

    /** Inside a script element nothing is decoded: signs that could end it are written as JSON escapes. */
    static String escapedForHtml(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** Text as part of an address. */
    public String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
