using System.Text.RegularExpressions;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What the counter does with the form of a new request.</summary>
internal static partial class CounterPage
{
    public const string NewRequest = "/permohonan/baru";

    public const string SearchLabel = "NIK, nama, telepon, atau nomor permohonan";

    /// <summary>Somebody nobody entered yet.</summary>
    public const string Nik = "3602991203850021";

    public static Task StartNewPersonAsync(this IPage counter) =>
        counter.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = NewPersonName() }).ClickAsync();

    public static async Task TypePersonAsync(this IPage counter, string name = "Jajang Suryana", string nik = Nik)
    {
        await counter.GetByLabel("NIK", new PageGetByLabelOptions { Exact = true }).FillAsync(nik);
        await counter.GetByLabel("Nama lengkap").FillAsync(name);
    }

    public static async Task ChoosePlaceAsync(this IPage counter)
    {
        await counter.GetByLabel("Kecamatan").SelectOptionAsync(new SelectOptionValue { Label = "Cikulur" });
        await counter.Locator("option", new PageLocatorOptions { HasText = "Parage" }).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await counter.GetByLabel("Desa/kelurahan").SelectOptionAsync(new SelectOptionValue { Label = "Parage" });
    }

    public static Task TypeAddressAsync(this IPage counter, string address = "Kp. Sawah RT 008/RW 002") =>
        counter.GetByLabel("Alamat (kampung, RT/RW)").FillAsync(address);

    public static Task ChooseServiceAsync(this IPage counter, string code = "dtks") =>
        counter.GetByLabel("Layanan", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(code);

    public static Task ChoosePurposeAsync(this IPage counter, string code = "pip") =>
        counter.GetByLabel("Tujuan penggunaan").SelectOptionAsync(code);

    public static async Task TickRequirementsAsync(this IPage counter)
    {
        foreach (var box in await counter.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Persyaratan" }).GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.CheckAsync();
        }
    }

    public static async Task FillRequestAsync(this IPage counter)
    {
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync();
        await counter.ChoosePlaceAsync();
        await counter.TypeAddressAsync();
        await counter.ChooseServiceAsync();
        await counter.ChoosePurposeAsync();
        await counter.TickRequirementsAsync();
    }

    public static Task SaveRequestAsync(this IPage counter) =>
        counter.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Simpan dan cetak tanda terima" }).ClickAsync();

    /// <summary>Number and address of the request that was just saved.</summary>
    public static async Task<(string Number, string Path)> SavedRequestAsync(this IPage counter)
    {
        var link = counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Buka permohonan" });
        await link.WaitForAsync();
        var number = RequestNumber().Match(await counter.Locator("main").InnerTextAsync()).Value;
        return (number, (await link.GetAttributeAsync("href"))!);
    }

    /// <summary>The header says so once what was typed lies on the server.</summary>
    public static Task DraftSavedAsync(this IPage counter) => counter.SeesAsync("Draf tersimpan pukul");

    public static ILocator Field(this IPage counter, string label) => counter.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    /// <summary>All that is stored of the one request there is.</summary>
    public static async Task<(ServiceRequest Request, Person Applicant)> OnlyRequestAsync(this TestAgency agency)
    {
        await using var db = agency.OpenDb();
        var request = Assert.Single(db.ServiceRequests.ToList());
        return (request, (await db.Persons.FindAsync(request.ApplicantId))!);
    }

    [GeneratedRegex("Buat orang baru")]
    private static partial Regex NewPersonName();

    [GeneratedRegex(@"(DTKS|INFO)-2026-\d{4}")]
    private static partial Regex RequestNumber();
}
