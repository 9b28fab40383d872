using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Letters;

public sealed partial class LetterService
{
    /// <summary>
    /// The request of a letter as its signer meets it: at its signing step, or, for a letter beside the steps, wherever it
    /// stands, with the standard's signing desk in the place of its own. What pauses the promise does not hold up such a
    /// letter: the clock of the law goes on.
    /// </summary>
    private async Task<Outcome<WorkInHand>> LoadForSigningAsync(WriteScope scope, Letter letter, CancellationToken cancellationToken)
    {
        var content = Content(letter.Kind);
        if (!content.IsBesideSteps)
        {
            return await flow.LoadForWorkAsync(scope, letter.RequestId, StepActions.Sign, cancellationToken);
        }

        var loaded = await flow.LoadAsync(scope, letter.RequestId, cancellationToken);
        if (!loaded.IsOk)
        {
            return loaded;
        }

        if (!loaded.Value.Item.IsOpen && !content.OutlivesRequest)
        {
            return Outcome.Conflict("Permohonan surat ini sudah berakhir.");
        }

        var desk = content.SigningDesk(loaded.Value.Standard, loaded.Value.Agency.Desks) is { } code ? loaded.Value.Agency.FindDesk(code) : null;
        return desk?.MembershipOf(scope.Actor) is null
            ? Outcome.Forbidden("Surat ini ditandatangani pejabat lain. Penolakan ini dicatat.")
            : loaded.Value with { Desk = desk };
    }
}
