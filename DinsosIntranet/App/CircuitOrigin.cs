using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DinsosIntranet.App;

/// <summary>The address this circuit or request came from, for the trail.</summary>
internal sealed class CircuitOrigin(IHttpContextAccessor http)
{
    private string? _captured;

    public string Text => _captured ?? AddressNow() ?? "peramban";

    /// <summary>Takes the address while the request that opened the circuit is still at hand; later there is none.</summary>
    public void Capture() => _captured ??= AddressNow();

    private string? AddressNow() => http.HttpContext?.Connection.RemoteIpAddress?.ToString();
}

internal sealed class CircuitOriginHandler(CircuitOrigin origin) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        origin.Capture();
        return Task.CompletedTask;
    }
}
