package tsunagu.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import tsunagu.shared.Upload;

/** A file the applicant hands over; checked by its content before it comes here. */
@Entity
@Table(name = "job_application_file")
class StoredFile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "application_id")
    private long applicationId;

    private String code;

    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private byte[] content;

    @Column(name = "added_at")
    private Instant addedAt;

    protected StoredFile() {}

    StoredFile(long applicationId, String code, Upload upload, Instant now) {
        this.applicationId = applicationId;
        this.code = code;
        this.name = upload.name();
        this.mediaType = upload.mediaType();
        this.content = upload.content();
        this.addedAt = now;
    }

    long applicationId() {
        return applicationId;
    }

    Upload upload() {
        return new Upload(name, mediaType, content, 0, 0);
    }
}
