package org.heliograph.it.app.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Anyone whose password is the name signs in at a page, and has the role vip. */
@ApplicationScoped
@FormAuthenticationMechanismDefinition(
    loginToContinue =
        @LoginToContinue(
            loginPage = "/login.html",
            errorPage = "/login.html",
            useForwardToLogin = false))
public class FormUsers implements IdentityStore {
  /** Checks a name and password. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    String name = credential.getCaller();
    return credential.compareTo(name, name)
        ? new CredentialValidationResult(name, Set.of("vip"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
