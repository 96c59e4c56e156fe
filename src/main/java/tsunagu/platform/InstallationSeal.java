package tsunagu.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import tsunagu.shared.Seal;

/** The key is made by whichever node asks first and is the same for all of them: what one hands out the other recognises. */
@ApplicationScoped
class InstallationSeal implements Seal {

    private static final String HMAC = "HmacSHA256";

    @Resource(lookup = "jdbc/tsunagu")
    private DataSource dataSource;

    private volatile SecretKeySpec key;

    @Override
    public String of(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key());
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec key() {
        if (key == null) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement make = connection.prepareStatement(
                            "insert into installation_key (secret) values (?) on conflict (only_row) do nothing");
                    PreparedStatement read = connection.prepareStatement("select secret from installation_key")) {
                make.setBytes(1, fresh);
                make.executeUpdate();
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    key = new SecretKeySpec(row.getBytes(1), HMAC);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(new SQLTransientException(e));
            }
        }
        return key;
    }
}
