using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DinsosIntranet.Features.Kiosks;

/// <summary>Which screens are connected to this process at this moment.</summary>
public sealed class KioskPresence(ChangeFeed feed)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, int> _connections = [];

    public bool IsConnected(Guid deviceId)
    {
        lock (_lock)
        {
            return _connections.ContainsKey(deviceId);
        }
    }

    public void Arrived(Guid deviceId) => Count(deviceId, 1);

    public void Left(Guid deviceId) => Count(deviceId, -1);

    private void Count(Guid deviceId, int change)
    {
        bool isNews;
        lock (_lock)
        {
            var before = _connections.GetValueOrDefault(deviceId);
            var after = Math.Max(0, before + change);
            isNews = (before == 0) != (after == 0);
            if (after == 0)
            {
                _connections.Remove(deviceId);
            }
            else
            {
                _connections[deviceId] = after;
            }
        }

        if (isNews)
        {
            feed.Publish(Topic.Kiosks, deviceId);
        }
    }
}

/// <summary>The connection of one open page, once the page has said for which screen it stands there.</summary>
public sealed class KioskConnection(KioskPresence presence, KioskService kiosks, ILogger<KioskConnection> logger) : CircuitHandler, IDisposable
{
    private Guid? _deviceId;
    private bool _isUp;
    private bool _isCounted;

    public Task ShowAsync(Guid deviceId)
    {
        _deviceId = deviceId;
        return UpdateAsync();
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _isUp = true;
        return UpdateAsync();
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _isUp = false;
        return UpdateAsync();
    }

    public void Dispose()
    {
        if (_isCounted && _deviceId is { } deviceId)
        {
            _isCounted = false;
            presence.Left(deviceId);
        }
    }

    private async Task UpdateAsync()
    {
        if (_deviceId is not { } deviceId || _isUp == _isCounted)
        {
            return;
        }

        _isCounted = _isUp;
        if (_isUp)
        {
            presence.Arrived(deviceId);
        }
        else
        {
            presence.Left(deviceId);
        }

        try
        {
            await kiosks.SeenAsync(deviceId);
        }
        catch (Exception exception)
        {
            // The screen goes on all the same; also when the program is ending and its database with it.
            logger.LogWarning(exception, "It could not be noted that a screen was seen.");
        }
    }
}
