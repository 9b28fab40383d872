using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Audit;

/// <summary>How the check of the trail stands: running, and how the last one ended. A check that failed says nothing about the trail.</summary>
public sealed record AuditCheckState(bool IsRunning, long Seen, long Total, AuditCheckResult? Last, DateTime? LastAtUtc, bool HasFailed = false)
{
    public static AuditCheckState None { get; } = new(false, 0, 0, null, null);
}

/// <summary>
/// Runs the check of the trail in the background for everybody looking at the page: one at a time, shown with its progress,
/// and stoppable. Its outcome is itself an act in the trail.
/// </summary>
public sealed class AuditChecks(AuditVerifier verifier, WriteRunner writes, TimeProvider time, ILogger<AuditChecks> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private AuditCheckState _state = AuditCheckState.None;
    private CancellationTokenSource? _running;

    /// <summary>Raised on a pool thread whenever <see cref="State"/> changed; listeners must not block.</summary>
    public event EventHandler? Changed;

    public AuditCheckState State => Volatile.Read(ref _state);

    public static bool MayCheck(Actor actor) =>
        actor.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.Supervisor, StaffRole.Administrator);

    /// <summary>Starts a check and returns at once; refused while one is under way.</summary>
    public Outcome Start(ActionContext act)
    {
        if (!MayCheck(act.Actor))
        {
            return Outcome.Forbidden("Anda tidak berwenang memeriksa jejak.");
        }

        CancellationToken token;
        lock (_lock)
        {
            if (_running is not null)
            {
                return Outcome.Conflict("Pemeriksaan sedang berjalan.");
            }

            _running = new CancellationTokenSource();
            token = _running.Token;
        }

        Show(State with { IsRunning = true, Seen = 0, Total = 0, HasFailed = false });
        _ = Task.Run(() => RunAsync(act, token), CancellationToken.None);
        return Outcome.Ok();
    }

    public void Stop()
    {
        lock (_lock)
        {
            _running?.Cancel();
        }
    }

    public void Dispose() => Stop();

    private async Task RunAsync(ActionContext act, CancellationToken token)
    {
        var state = State with { IsRunning = false };
        try
        {
            var total = await verifier.CountAsync(token);
            Show(State with { Total = total });
            var result = await verifier.VerifyAsync(new Reports(seen => Show(State with { Seen = seen })), token);
            state = new AuditCheckState(false, 0, 0, result, time.GetUtcNow().UtcDateTime);
            var text = new AuditText().Fact("baris", result.Checked).Fact("utuh", result.IsIntact).Fact("baris rusak", result.FirstBadSequence?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await writes.RunAsync(
                act,
                scope =>
                {
                    scope.Audit(AuditActs.Checked, AuditKinds.Trail, Guid.Empty, text);
                    return Task.FromResult(Outcome.Ok());
                },
                CancellationToken.None);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Stopped by somebody: what was known before still stands.
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            logger.LogError(problem, "The check of the trail failed.");
            state = state with { HasFailed = true };
        }
        finally
        {
            lock (_lock)
            {
                _running?.Dispose();
                _running = null;
            }

            Show(state);
        }
    }

    private void Show(AuditCheckState state)
    {
        Volatile.Write(ref _state, state);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Unlike <see cref="Progress{T}"/> reports in order, on the thread that counts.</summary>
    private sealed class Reports(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
