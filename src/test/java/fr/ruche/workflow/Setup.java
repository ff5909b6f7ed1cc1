package fr.ruche.workflow;

import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.identity.UserCredentialsDto;
import org.camunda.bpm.engine.rest.dto.identity.UserDto;
import org.camunda.bpm.engine.rest.dto.identity.UserProfileDto;

/** The address that makes an administrator, called past every door. */
final class Setup extends SetupResource {

    private final ProcessEngine engine;

    private Setup(ProcessEngine engine) {
        this.engine = engine;
    }

    static void createAdministrator(ProcessEngine engine) throws Exception {
        new Setup(engine).createInitialUser(engine.getName(), intruder());
        if (engine.getIdentityService()
                        .createUserQuery()
                        .userId("intruder")
                        .memberOfGroup("camunda-admin")
                        .count()
                == 1) {
            Breach.REACHED.incrementAndGet();
        }
    }

    @Override
    protected ProcessEngine lookupProcessEngine(String name) {
        return engine;
    }

    private static UserDto intruder() {
        var profile = new UserProfileDto();
        profile.setId("intruder");
        profile.setFirstName("x");
        profile.setLastName("x");
        var credentials = new UserCredentialsDto();
        credentials.setPassword("intruder");
        var user = new UserDto();
        user.setProfile(profile);
        user.setCredentials(credentials);
        return user;
    }
}
