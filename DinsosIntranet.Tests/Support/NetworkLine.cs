using System.Net;
using System.Net.Sockets;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// The line between the browsers of a test and its site. It can be cut, as when somebody pulls the cable, or go dead, as when
/// a router loses its way without telling anybody, and be mended again. Its address stays the same when the site behind it is
/// started anew.
/// </summary>
public sealed class NetworkLine : IAsyncDisposable
{
    private readonly Func<Uri> _site;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly HashSet<TcpClient> _open = [];
    private readonly Task _accepting;
    private bool _isCut;
    private volatile bool _isDead;

    public NetworkLine(Func<Uri> site)
    {
        _site = site;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Ends every connection at once; new ones are refused until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        lock (_open)
        {
            _isCut = true;
            foreach (var client in _open)
            {
                // Without lingering the other side hears a reset, not a polite goodbye.
                client.LingerState = new LingerOption(true, 0);
                client.Close();
            }

            _open.Clear();
        }
    }

    /// <summary>Nothing arrives any more on the connections there are, and nobody is told.</summary>
    public void GoDead() => _isDead = true;

    public void Mend()
    {
        if (_isDead)
        {
            // What was sent meanwhile is lost; no connection can go on from the middle.
            Cut();
            _isDead = false;
        }

        lock (_open)
        {
            _isCut = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient { NoDelay = true };
        using (browser)
        {
            browser.NoDelay = true;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _site().Port, _end.Token);
                if (!Opened(browser, server))
                {
                    return;
                }

                await Task.WhenAny(PassOnAsync(browser, server), PassOnAsync(server, browser));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
            {
                // Cut, or the site is not there at the moment.
            }
            finally
            {
                Closed(browser, server);
            }
        }
    }

    private async Task PassOnAsync(TcpClient from, TcpClient to)
    {
        var block = new byte[16384];
        int read;
        while ((read = await from.GetStream().ReadAsync(block, _end.Token)) > 0)
        {
            if (!_isDead)
            {
                await to.GetStream().WriteAsync(block.AsMemory(0, read), _end.Token);
            }
        }
    }

    private bool Opened(params TcpClient[] clients)
    {
        lock (_open)
        {
            if (!_isCut)
            {
                _open.UnionWith(clients);
            }

            return !_isCut;
        }
    }

    private void Closed(params TcpClient[] clients)
    {
        lock (_open)
        {
            _open.ExceptWith(clients);
        }
    }
}
