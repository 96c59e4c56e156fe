package tsunagu.account;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.Sql;

/** Passkeys as stored, and as the library asks for them; what it calls a user name is an account's number. */
@ApplicationScoped
class PasskeyRepository implements CredentialRepository {

    @Inject
    private Sql sql;

    record Stored(byte[] credentialId, byte[] userHandle, byte[] publicKey, long signCount) {}

    void add(
            long accountId,
            byte[] credential,
            byte[] handle,
            byte[] publicKey,
            long signCount,
            String name,
            Instant now) {
        sql.of("insert into passkey (id, account_id, credential_id, user_handle, public_key, sign_count, name, made_at)"
                        + " values (nextval('tsunagu_seq'), :account, :credential, :handle, :key, :count, :name, :now)")
                .with("account", accountId)
                .with("credential", credential)
                .with("handle", handle)
                .with("key", publicKey)
                .with("count", signCount)
                .with("name", name)
                .with("now", now)
                .run();
    }

    /** The oldest first. */
    List<Passkey> of(long accountId) {
        return sql.of("select id, name, made_at, used_at from passkey where account_id = :account order by made_at, id")
                .with("account", accountId)
                .list(Passkey.class);
    }

    boolean any(long accountId) {
        return sql.of("select exists (select 1 from passkey where account_id = :account)")
                .with("account", accountId)
                .one(Boolean.class);
    }

    /** @return false when the authenticator has not counted on: there is a copy of it, or another answer came first */
    boolean used(byte[] credential, long signCount, Instant now) {
        return sql.of("update passkey set sign_count = :count, used_at = :now where credential_id = :credential"
                                + " and (sign_count < :count or sign_count = 0 and :count = 0)")
                        .with("count", signCount)
                        .with("now", now)
                        .with("credential", credential)
                        .run()
                == 1;
    }

    boolean remove(long accountId, long id) {
        return sql.of("delete from passkey where id = :id and account_id = :account")
                        .with("id", id)
                        .with("account", accountId)
                        .run()
                > 0;
    }

    void removeAll(long accountId) {
        sql.of("delete from passkey where account_id = :account")
                .with("account", accountId)
                .run();
    }

    /** @return false when it was answered before; two at once: one of them */
    boolean answer(String digest) {
        return sql.of("insert into passkey_answered (digest) values (:digest) on conflict do nothing")
                        .with("digest", digest)
                        .run()
                == 1;
    }

    void forgetAnswered() {
        sql.of("delete from passkey_answered where at < now() - interval '1 day'")
                .run();
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return stored("account_id = :value", Long.valueOf(username)).stream()
                .map(each -> PublicKeyCredentialDescriptor.builder()
                        .id(new ByteArray(each.credentialId()))
                        .build())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return stored("account_id = :value", Long.valueOf(username)).stream()
                .map(each -> new ByteArray(each.userHandle()))
                .findFirst();
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return sql.of("select account_id from passkey where user_handle = :handle limit 1")
                .with("handle", userHandle.getBytes())
                .first(Long.class)
                .map(each -> each.toString());
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
        return lookupAll(credentialId).stream()
                .filter(each -> each.getUserHandle().equals(userHandle))
                .findFirst();
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return stored("credential_id = :value", credentialId.getBytes()).stream()
                .map(each -> RegisteredCredential.builder()
                        .credentialId(new ByteArray(each.credentialId()))
                        .userHandle(new ByteArray(each.userHandle()))
                        .publicKeyCose(new ByteArray(each.publicKey()))
                        .signatureCount(each.signCount())
                        .build())
                .collect(Collectors.toSet());
    }

    private List<Stored> stored(String where, Object value) {
        return sql.of("select credential_id, user_handle, public_key, sign_count from passkey where " + where)
                .with("value", value)
                .list(Stored.class);
    }
}
