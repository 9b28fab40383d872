using System.Xml.Linq;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.App;

/// <summary>
/// Where ASP.NET keeps the keys of cookies and forms: below the keys folder, encrypted under the fields' master key, so that
/// sign-ins survive a restart whatever account runs the program, and several instances read each other's cookies. Losing
/// them signs everybody out and nothing more.
/// </summary>
internal static class SessionKeys
{
    public const string FolderName = "sesi";

    public static IServiceCollection AddSessionKeys(this IServiceCollection services)
    {
        // The name keeps its meaning wherever the program is installed; the default is the folder it runs from.
        services.AddDataProtection().SetApplicationName("DinsosIntranet");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<KeyRingOptions>, FieldCipher, ILoggerFactory>((options, keys, cipher, loggers) =>
        {
            var folder = Path.Combine(keys.Value.Folder, FolderName);
            PrivateFolder.Ensure(folder);
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
            options.XmlEncryptor = new SessionKeyEncryptor(cipher);
        });
        return services;
    }
}

internal sealed class SessionKeyEncryptor(FieldCipher cipher) : IXmlEncryptor
{
    /// <summary>What the envelope is bound to, so that it opens as a cookies' key and as nothing else.</summary>
    public const string Associated = "kunci-sesi";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("terenkripsi", cipher.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting), Associated)), typeof(SessionKeyDecryptor));
}

/// <summary>Made by ASP.NET from the name stored beside the key, with the services it is given.</summary>
internal sealed class SessionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<FieldCipher>().Decrypt(encryptedElement.Value, SessionKeyEncryptor.Associated));
}
