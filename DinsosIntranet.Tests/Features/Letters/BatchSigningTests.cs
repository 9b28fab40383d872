using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class BatchSigningTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task ApproveMany_OneReturnedMeanwhile_OthersSignedAndTheReasonNamed(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letters = new[] { await agency.Data.LetterToSignAsync(), await agency.Data.LetterToSignAsync(), await agency.Data.LetterToSignAsync() };
        await agency.Get<LetterService>().ReturnAsync(letters[1].Id, "nama salah ejaan", await agency.ActAsync("asep"));

        var outcome = await ApproveAsync(agency, letters.Select(l => l.Id));

        Assert.Equal([true, false, true], outcome.Value.Select(r => r.Outcome.IsOk));
        Assert.Equal(OutcomeKind.Conflict, outcome.Value[1].Outcome.Kind);
        Assert.Contains("Asep Mulyadi, Kabid Linjamsos", outcome.Value[1].Outcome.Message, StringComparison.Ordinal);
        Assert.Contains(LetterService.ReturnedTitle, outcome.Value[1].Outcome.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2], outcome.Value.Where(r => r.Outcome.IsOk).Select(r => r.Outcome.Value.Sequence!.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task ApproveMany_WhileAnotherSignsOneOfThem_EachNumberedOnce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letters = new[] { await agency.Data.LetterToSignAsync(), await agency.Data.LetterToSignAsync(), await agency.Data.LetterToSignAsync() };

        var batch = Task.Run(() => ApproveAsync(agency, letters.Select(l => l.Id)));
        var single = Task.Run(() => agency.Data.ApproveAsync(letters[2].Id, SigningMode.AgencySeal, by: "asep"));
        await Task.WhenAll(batch, single);

        var signed = (await batch).Value.Count(r => r.Outcome.IsOk) + ((await single).IsOk ? 1 : 0);
        Assert.Equal(3, signed);
        var numbers = new List<int>();
        foreach (var letter in letters)
        {
            numbers.Add((await agency.Data.LetterAsync(letter.Id)).Sequence!.Value);
        }

        Assert.Equal([1, 2, 3], numbers.Order());
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task ApproveMany_WrongPasswordOrNothingSelected_RefusedAndNothingSigned()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.LetterToSignAsync();

        var wrong = await ApproveAsync(agency, [letter.Id], password: "bukan ini");
        var none = await ApproveAsync(agency, []);
        var many = await ApproveAsync(agency, Enumerable.Range(0, LetterService.MostAtOnce + 1).Select(_ => Guid.NewGuid()));

        Assert.Equal((OutcomeKind.Refused, "Password"), (wrong.Kind, Assert.Single(wrong.Refusals).Field));
        Assert.Equal((OutcomeKind.Refused, OutcomeKind.Refused), (none.Kind, many.Kind));
        Assert.Equal(LetterStatus.Draft, (await agency.Data.LetterAsync(letter.Id)).Status);
    }

    [Theory, DemoStaff(except: ["ratna", "asep"])]
    public async Task ApproveMany_BySomebodyElse_EachForbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.LetterToSignAsync();

        var outcome = await ApproveAsync(agency, [letter.Id], by: userName);

        Assert.Equal(OutcomeKind.Forbidden, Assert.Single(outcome.Value).Outcome.Kind);
    }

    private static Task<Outcome<IReadOnlyList<LetterApproved>>> ApproveAsync(TestAgency agency, IEnumerable<Guid> letterIds, string password = DemoAgency.Password, string by = "ratna") =>
        agency.Get<LetterService>().ApproveManyAsync(
            new ApproveLetters { LetterIds = [.. letterIds], Mode = SigningMode.AgencySeal, Password = password }, async () => await agency.ActAsync(by));
}
