package fr.ruche.startup;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Says at once that the port is taken, rather than when everything else has started. */
class TakenPort implements ApplicationListener<ApplicationPreparedEvent> {

    private static final int CONNECTIONS = 1;

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port > 0) {
            check(port, environment.getProperty("server.address"));
        }
    }

    static void check(int port, @Nullable String address) {
        try {
            new ServerSocket(port, CONNECTIONS, address == null ? null : InetAddress.getByName(address)).close();
        } catch (BindException taken) {
            throw taken(port, taken);
        } catch (IOException other) {
            throw new StartRefused(
                    "Le port " + port + " ne peut pas être ouvert (" + other.getMessage() + ").",
                    "Vérifiez SERVER_PORT et SERVER_ADDRESS.");
        }
    }

    private static StartRefused taken(int port, BindException refusal) {
        if (String.valueOf(refusal.getMessage()).contains("requested address")) {
            return new StartRefused(
                    "L’adresse d’écoute n’est pas une adresse de cette machine.", "Vérifiez SERVER_ADDRESS.");
        }
        return new StartRefused(
                "Le port " + port + " est déjà pris par un autre programme.",
                "Arrêtez-le, ou choisissez un autre port : SERVER_PORT=" + (port + 1) + ".");
    }
}
