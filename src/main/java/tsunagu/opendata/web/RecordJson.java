package tsunagu.opendata.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tsunagu.event.SessionView;
import tsunagu.finding.CompanyCard;
import tsunagu.finding.CompanyPageView;
import tsunagu.finding.EventCard;
import tsunagu.finding.EventPageView;
import tsunagu.finding.InternshipCard;
import tsunagu.finding.InternshipPageView;
import tsunagu.finding.JobCard;
import tsunagu.finding.JobPageView;
import tsunagu.shared.FiscalYear;
import tsunagu.web.PublicAddress;

/** Records as the API shows them: codes of the published lists, dates as ISO 8601, money in yen. */
@ApplicationScoped
class RecordJson {

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    JsonObject company(CompanyCard card) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("code", card.code())
                .add("name", card.name())
                .add("reading", card.reading())
                .add("industry", card.industry())
                .add("summary", card.summary())
                .add("areas", texts(card.areas()))
                .add("features", texts(card.features()));
        number(json, "employees", card.employees());
        return json.add("url", address.of("/companies/" + card.code())).build();
    }

    JsonObject company(CompanyPageView company) {
        JsonArrayBuilder places = Json.createArrayBuilder();
        company.places().forEach(place -> places.add(Json.createObjectBuilder()
                .add("name", place.name())
                .add("area", place.area())
                .add("address", place.address())));
        JsonArrayBuilder youth = Json.createArrayBuilder();
        company.youth().forEach(fact -> {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("item", fact.item().name())
                    .add("fiscalYear", fact.fiscalYear());
            if (fact.amount() != null) {
                json.add("amount", fact.amount());
            }
            youth.add(json.add("words", fact.words()));
        });
        JsonObjectBuilder features = Json.createObjectBuilder();
        company.features().forEach((feature, offered) -> features.add(feature.name(), offered));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("code", company.code())
                .add("name", company.name())
                .add("reading", company.reading())
                .add("industry", company.industry())
                .add("summary", company.summary())
                .add("business", company.business())
                .add("welfare", company.welfare())
                .add("places", places)
                .add("features", features)
                .add("certificates", texts(company.certificates()))
                .add("youthEmployment", youth);
        number(json, "employees", company.employees());
        number(json, "founded", company.founded());
        if (company.corporateNumber() != null) {
            json.add("corporateNumber", company.corporateNumber());
        }
        return json.add("changedAt", at(company.changedAt()))
                .add("url", address.of("/companies/" + company.code()))
                .build();
    }

    JsonObject job(JobCard card) {
        return builder(card).build();
    }

    private JsonObjectBuilder builder(JobCard card) {
        JsonObjectBuilder wage = Json.createObjectBuilder()
                .add("unit", card.wageUnit().name())
                .add("min", card.wageMin());
        number(wage, "max", card.wageMax());
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("code", card.code())
                .add("title", card.title())
                .add("open", card.window().isOpenAt(clock.instant()))
                .add("occupation", card.occupation())
                .add("industry", card.industry())
                .add("employment", card.employment().name())
                .add("area", card.area())
                .add("wage", wage)
                .add("audiences", texts(card.audiences()))
                .add("features", texts(card.features()))
                .add("relocationGrant", card.relocation())
                .add("opensOn", card.opensOn().toString())
                .add("closesOn", card.closesOn().toString())
                .add("company", company(card.companyCode(), card.companyName()));
        number(json, "daysOff", card.daysOff());
        return json.add("url", address.of("/jobs/" + card.code()));
    }

    JsonObject job(JobPageView job) {
        JsonObjectBuilder terms = Json.createObjectBuilder();
        job.terms().forEach((term, words) -> terms.add(term.name(), words));
        return builder(job.card())
                .add("terms", terms)
                .add("asOf", job.asOf().toString())
                .add("firstPublishedAt", at(job.firstPublishedAt()))
                .add("editions", job.editions().size())
                .build();
    }

    JsonObject internship(InternshipCard card) {
        return builder(card).build();
    }

    private JsonObjectBuilder builder(InternshipCard card) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("code", card.code())
                .add("title", card.title())
                .add("open", card.window().isOpenAt(clock.instant()))
                .add("type", card.type().number())
                .add("mayBeCalledInternship", card.type().mayBeCalledInternship())
                .add("dataUsedInRecruiting", card.dataUsed())
                .add("area", card.area())
                .add("startsOn", card.startsOn().toString())
                .add("endsOn", card.endsOn().toString())
                .add("days", card.days())
                .add("workplaceDays", card.workplaceDays())
                .add("audiences", texts(card.audiences()))
                .add("subsidy", card.subsidy())
                .add("closesOn", card.closesOn().toString())
                .add("company", company(card.companyCode(), card.companyName()));
        number(json, "capacity", card.capacity());
        return json.add("url", address.of("/internships/" + card.code()));
    }

    JsonObject internship(InternshipPageView internship) {
        JsonObjectBuilder disclosures = Json.createObjectBuilder();
        internship.disclosures().forEach((item, words) -> disclosures.add(item.name(), words));
        return builder(internship.card())
                .add("content", internship.content())
                .add("supervision", internship.supervision())
                .add("disclosures", disclosures)
                .add("asOf", internship.asOf().toString())
                .build();
    }

    JsonObject event(EventCard card) {
        return builder(card).build();
    }

    private JsonObjectBuilder builder(EventCard card) {
        JsonArrayBuilder sessions = Json.createArrayBuilder();
        card.sessions().forEach(session -> sessions.add(session(session)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("code", card.code())
                .add("title", card.title())
                .add("type", card.type().name())
                .add("cancelled", card.cancelled())
                .add("sessions", sessions);
        if (card.area() != null) {
            json.add("area", card.area());
        }
        return json.add("url", address.of("/events/" + card.code()));
    }

    /** The address of an online session is for those who registered, and is not here. */
    private static JsonObjectBuilder session(SessionView session) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("title", session.title())
                .add("place", session.place())
                .add("online", session.online())
                .add("registration", session.openness().name());
        if (session.times().startsAt() != null) {
            json.add("startsAt", at(session.times().startsAt()));
            json.add("endsAt", at(session.times().endsAt()));
        } else {
            json.add("fiscalYear", session.times().fiscalYear().code());
        }
        number(json, "seatsLeft", session.seatsLeft());
        return json;
    }

    JsonObject event(EventPageView event) {
        JsonArrayBuilder exhibitors = Json.createArrayBuilder();
        event.exhibitors().forEach(each -> exhibitors.add(
                Json.createObjectBuilder().add("code", each.code()).add("name", each.name()).add("booth", each.booth())));
        return builder(event.card())
                .add("description", event.description())
                .add("access", event.access())
                .add("bring", event.bring())
                .add("exhibitors", exhibitors)
                .build();
    }

    private JsonObjectBuilder company(String code, String name) {
        return Json.createObjectBuilder()
                .add("code", code)
                .add("name", name)
                .add("url", address.of("/companies/" + code));
    }

    private static JsonArrayBuilder texts(List<String> texts) {
        return Json.createArrayBuilder(texts);
    }

    /** What is not stated is left out. */
    private static void number(JsonObjectBuilder json, String name, Integer number) {
        if (number != null) {
            json.add(name, number);
        }
    }

    private static String at(Instant instant) {
        return instant.atZone(FiscalYear.ZONE).toOffsetDateTime().toString();
    }
}
