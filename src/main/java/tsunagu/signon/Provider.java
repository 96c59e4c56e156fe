package tsunagu.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One provider, as this portal talks to it (OpenID Connect Core 1.0, 3.1: the code comes by the browser, everything else from server to
 * server). What is signed is checked by Nimbus' library; whom to ask, and what to take for an answer, is this class's.
 */
public final class Provider {

    private static final Logger LOG = Logger.getLogger(Provider.class.getName());

    /** Address and name are shown to the person, so that they see whose sign-in they link. */
    private static final Scope SCOPE = new Scope("openid", "email", "profile");

    /** Signed with a key that only the provider has: with HMAC everybody who knows the client's secret could. */
    private static final Set<JWSAlgorithm> SIGNATURES = Stream.concat(
                    JWSAlgorithm.Family.RSA.stream(), JWSAlgorithm.Family.EC.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** By which the clocks of the two may differ. */
    private static final int SKEW_SECONDS = 60;

    /** What the provider says of itself is asked anew so often: whoever is sent to it is sent to one that is there. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private static final int LONGEST_SUBJECT = 255;

    private static final int LONGEST_WORD = 254;

    private final ProviderSettings settings;
    private final Clock clock;
    private final ProviderHttp http;

    /** So many wait for it at once; a provider that hangs holds no more of the server's threads. */
    private final Semaphore places = new Semaphore(8);

    private OIDCProviderMetadata metadata;
    private Instant askedAt = Instant.EPOCH;
    private URI keysFrom;
    private JWKSource<SecurityContext> keys;

    /** @throws IllegalArgumentException when the settings name no certificates */
    Provider(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = new ProviderHttp(settings.authorities());
    }

    public Way way() {
        return settings.way();
    }

    public String issuer() {
        return settings.issuer();
    }

    /** As people call it. */
    public String name(Locale language) {
        return language.equals(Locale.ENGLISH) ? settings.nameEnglish() : settings.name();
    }

    /**
     * Where the browser is sent.
     *
     * @param back where the provider sends it back to, as it is registered there
     */
    public URI question(Begun begun, URI back) throws SignOnException {
        takePlace();
        try {
            return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, new ClientID(settings.client()), back)
                    .endpointURI(metadata().getAuthorizationEndpointURI())
                    .state(new State(begun.state()))
                    .nonce(new Nonce(begun.nonce()))
                    .codeChallenge(new CodeVerifier(begun.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI();
        } finally {
            places.release();
        }
    }

    private void takePlace() throws SignOnException {
        if (!places.tryAcquire()) {
            throw new SignOnException(Problem.BUSY, "all places are taken");
        }
    }

    /**
     * Whom the provider means by a code that came back.
     *
     * @param begun the question it came back to
     * @param back as in the question
     */
    public Shown answer(String code, Begun begun, URI back) throws SignOnException {
        takePlace();
        try {
            OIDCTokens tokens = tokens(code, begun, back);
            IDTokenClaimsSet claims = validator().validate(tokens.getIDToken(), new Nonce(begun.nonce()));
            String subject = claims.getSubject().getValue();
            if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
                throw new SignOnException(Problem.REFUSED, "the subject is too long, or nobody");
            }
            Optional<UserInfo> more =
                    claims.getStringClaim("email") == null ? more(tokens.getAccessToken(), subject) : Optional.empty();
            return new Shown(
                    way(), settings.issuer(), subject, word(claims, more, "name"), word(claims, more, "email"));
        } catch (KeySourceException | IOException e) {
            throw new SignOnException(Problem.AWAY, e);
        } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException e) {
            throw new SignOnException(Problem.REFUSED, e);
        } finally {
            places.release();
        }
    }

    private OIDCTokens tokens(String code, Begun begun, URI back) throws SignOnException, IOException, ParseException {
        HTTPResponse answer = new TokenRequest.Builder(
                        metadata().getTokenEndpointURI(),
                        ourselves(),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), back, new CodeVerifier(begun.verifier())))
                .build()
                .toHTTPRequest()
                .send(http);
        if (answer.getStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
            throw new SignOnException(Problem.AWAY, "its token endpoint answers " + answer.getStatusCode());
        }
        TokenResponse said = OIDCTokenResponseParser.parse(answer);
        if (said instanceof OIDCTokenResponse tokens && tokens.getOIDCTokens().getIDToken() != null) {
            return tokens.getOIDCTokens();
        }
        ErrorObject error =
                said.indicatesSuccess() ? null : said.toErrorResponse().getErrorObject();
        throw new SignOnException(Problem.REFUSED, error == null ? "no ID token" : error.getCode());
    }

    private ClientAuthentication ourselves() throws SignOnException {
        ClientID client = new ClientID(settings.client());
        Secret secret = new Secret(settings.secret().reveal());
        List<ClientAuthenticationMethod> taken = metadata().getTokenEndpointAuthMethods();
        boolean inTheForm = taken != null
                && taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return inTheForm ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    private synchronized IDTokenValidator validator() throws SignOnException, IOException {
        URI from = metadata().getJWKSetURI();
        if (!from.equals(keysFrom)) {
            URL address = from.toURL();
            keys = JWKSourceBuilder.<SecurityContext>create(address, http).build();
            keysFrom = from;
        }
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.client()),
                new JWSVerificationKeySelector<>(SIGNATURES, keys),
                null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        return validator;
    }

    /** Name and address, where the provider keeps them out of its signed word. They open nothing, so without them it goes on. */
    private Optional<UserInfo> more(AccessToken token, String subject) throws SignOnException {
        URI from = metadata().getUserInfoEndpointURI();
        if (from == null || token == null) {
            return Optional.empty();
        }
        try {
            UserInfoResponse said = UserInfoResponse.parse(
                    new UserInfoRequest(from, token).toHTTPRequest().send(http));
            return said.indicatesSuccess()
                    ? Optional.ofNullable(said.toSuccessResponse().getUserInfo())
                            .filter(each -> each.getSubject().getValue().equals(subject))
                    : Optional.empty();
        } catch (IOException | ParseException | IllegalArgumentException e) {
            LOG.log(Level.FINE, "No name and no address from " + settings.issuer(), e);
            return Optional.empty();
        }
    }

    private static String word(ClaimsSet claims, Optional<UserInfo> more, String claim) {
        String said = claims.getStringClaim(claim);
        if (said == null) {
            said = more.map(each -> each.getStringClaim(claim)).orElse(null);
        }
        return said == null || said.length() > LONGEST_WORD ? "" : said.strip();
    }

    private synchronized OIDCProviderMetadata metadata() throws SignOnException {
        if (Duration.between(askedAt, clock.instant()).abs().compareTo(REMEMBERED) > 0) {
            metadata = null;
            try {
                metadata = asked();
            } catch (IOException | ParseException e) {
                LOG.log(Level.WARNING, "The provider {0} is away: {1}", new Object[] {settings.issuer(), e.toString()});
            }
            // What waited here meanwhile does not ask again.
            askedAt = clock.instant();
        }
        if (metadata == null) {
            throw new SignOnException(Problem.AWAY, "it does not say what it is");
        }
        return metadata;
    }

    private OIDCProviderMetadata asked() throws IOException, ParseException {
        OIDCProviderMetadata said = OIDCProviderMetadata.parse(
                http.get(URI.create(settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration")));
        if (!said.getIssuer().getValue().equals(settings.issuer())) {
            throw new ParseException("it calls itself " + said.getIssuer());
        }
        if (Stream.of(said.getAuthorizationEndpointURI(), said.getTokenEndpointURI(), said.getJWKSetURI())
                .anyMatch(each -> each == null || !"https".equals(each.getScheme()))) {
            throw new ParseException("it names no addresses that begin with https");
        }
        return said;
    }
}
