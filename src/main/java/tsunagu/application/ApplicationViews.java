package tsunagu.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.PostingService;

/** Puts together what both sides see. */
@ApplicationScoped
class ApplicationViews {

    @Inject
    private ApplicationRepository applications;

    @Inject
    private PostingService postings;

    /** A company no longer reads what was handed to it with an application that was taken back. */
    ApplicationView forCompany(JobApplication application) {
        ApplicationView whole = view(application);
        return application.takenBack() ? whole.withoutWhatWasSent() : whole;
    }

    ApplicationView view(JobApplication application) {
        ApplyTarget posting = postings.appliedTo(application.postingId());
        return new ApplicationView(
                application.code(),
                posting,
                application.edition(),
                posting.edition() != application.edition(),
                application.state(),
                application.name(),
                application.email(),
                application.phone(),
                application.career(),
                application.message(),
                application.answers(),
                application.appliedAt(),
                applications.steps(application.id()).stream()
                        .map(ApplicationStep::view)
                        .toList(),
                applications.messages(application.id()).stream()
                        .map(ApplicationMessage::view)
                        .toList(),
                applications.files(application.id()),
                applications.placement(application.id()).map(Placement::view).orElse(null),
                application.version());
    }

    ApplicationView.Line line(JobApplication application, boolean forCompany) {
        ApplyTarget posting = postings.appliedTo(application.postingId());
        return new ApplicationView.Line(
                application.code(),
                posting.title(),
                posting.company().name(),
                application.name(),
                application.state(),
                application.appliedAt(),
                application.movedAt(),
                applications.messages(application.id()).stream().anyMatch(each -> each.unreadBy(forCompany)),
                posting.open());
    }
}
